"""Every analysis that a Kazakh form may have, known stem or not, and what word list and text say of its stem.

Used by learn_rules.py and ranker.py.
"""
import collections
import functools
import math
import re

from paradigms import AUXILIARIES, VOWELS, harmonies, nominal_forms, passive, verb_forms
from sources import SHORT

LETTERS = re.compile("^[а-яәғқңөұүһі]+$")
ARCHIPHONEMES = str.maketrans("аеыіқкғг", "AAIIGGGG")
BARE = (0, "", "", "")


@functools.lru_cache(maxsize=None)
def tag_of(ending):
    """An ending with what harmony and assimilation do to it taken away: дың, тің, нің → DIң."""
    tag = ending.translate(ARCHIPHONEMES)
    tag = re.sub("[дтнл](?=[AI])", "D", tag)
    return re.sub("[мбп](?=[AI])", "M", tag)


def devoiced(prefix):
    """The stems that may stand before an ending whose word begins with `prefix`."""
    last = prefix[-1]
    yield prefix
    back = {"ғ": "қ", "г": "к", "б": "п", "у": "п"}.get(last)
    if back:
        yield prefix[:-1] + back
    if last not in VOWELS and len(prefix) >= 3 and prefix[-2] not in "аәеоөыіэ":
        for voice in {last, {"ғ": "қ", "г": "к", "б": "п"}.get(last, last)}:
            if voice in "қкнрзслп":
                yield prefix[:-1] + "ы" + voice
                yield prefix[:-1] + "і" + voice
    for letter in "ыій":
        yield prefix + letter


def ending_of(stem, form):
    """(tag of the ending, letters of the stem that the form has not)"""
    common = 0
    while common < min(len(form), len(stem)) and form[common] == stem[common]:
        common += 1
    return tag_of(form[common:]), stem[common:]


def may_be_stem(stem, kind):
    """Whether a word may be a stem by its sounds, listed or not."""
    if len(stem) < 2 or not any(letter in VOWELS for letter in stem) or stem[-1] == "ғ":
        return False
    if kind == "n":
        return True
    # A Kazakh verb ends in no voiced stop, nor in what loans have; of two letters in a vowel there is a closed list.
    return stem[-1] not in "бвгджфхцчщъьэ" and (len(stem) > 2 or stem[-1] not in VOWELS or stem in SHORT)


class Morphology:
    """Endings by the shape of a stem: what paradigms.py makes of one stem of a shape holds for all of it."""

    def __init__(self):
        self.endings = {}

    def of_shape(self, stem):
        shape = (stem[-2:], harmonies(stem), len(stem) >= 4 and stem[-3] in VOWELS.replace("у", ""), min(len(stem), 4), stem.endswith("басы"), stem in AUXILIARIES)
        found = self.endings.get(shape)
        if found is None:
            found = collections.defaultdict(set)
            for kind, forms in (("n", nominal_forms(stem)), ("v", verb_forms(stem))):
                for form in forms:
                    common = 0
                    while common < min(len(form), len(stem)) and form[common] == stem[common]:
                        common += 1
                    found[len(stem) - common, form[common:]].add((kind, tag_of(form[common:])))
                found[0, ""].add((kind, ""))
            self.endings[shape] = found
        return found

    def analyses(self, form):
        """(stem, kind, tag, letters of the stem that the form has not) of every stem of two letters or more."""
        results, seen = [], set()
        for length in range(1, len(form) + 1):
            for stem in devoiced(form[:length]):
                if stem in seen:
                    continue
                seen.add(stem)
                common = 0
                while common < min(len(form), len(stem)) and form[common] == stem[common]:
                    common += 1
                if len(stem) - common > 2 or not may_be_stem(stem, "n"):
                    continue
                for kind, tag in sorted(self.of_shape(stem).get((len(stem) - common, form[common:]), ())):
                    if may_be_stem(stem, kind):
                        results.append((stem, kind, tag, stem[common:]))
        return results


# Forms that only a verb has (never -ды, which is an accusative too), and that only a noun has.
VERB_TAGS = {"GAн", "сA", "п", "Iп", "ADI", "йDI", "ADIн", "йDIн", "MAй", "MAғAн", "MAGAн", "GAнDA"}
NOUN_TAGS = {"DIң", "DAр", "сI", "I", "GA", "DAн", "MAн", "DAрI", "сIн", "Iн", "IнDA", "IнA", "сIнA"}
VERIFIED = 3  # forms by which a verb is one that the list has not


class Lexicon:
    """What the word list says of a stem, and what expectation maximisation over counted text adds to it."""

    BASE = -1.7  # log weight of a letter of a stem that the list has not
    DISCOUNT = 1.5
    ROUNDS = 6

    def __init__(self, nouns, verbs, derived, reviewed):
        self.nouns, self.verbs = nouns | reviewed[0], verbs | reviewed[1]
        self.reviewed = {(stem, "n") for stem in reviewed[0]} | {(stem, "v") for stem in reviewed[1]}
        self.derived = derived - reviewed[0] - reviewed[1]
        self.verified = set()
        self.agents = {}
        self.share = collections.Counter()
        self.attested = collections.Counter()
        self.paradigm = collections.defaultdict(set)
        self.base_of = {}

    def knows(self, stem, kind):
        return stem in (self.nouns if kind == "n" else self.verbs)

    def prior(self, stem, kind):
        if (stem, kind) in self.reviewed:
            return 4.0
        if kind == "v" and stem in self.base_of:
            return 0.3
        if self.knows(stem, kind):
            return 0.05 if stem in self.derived else 1.0
        return 0.5 * math.exp(self.BASE * max(0, len(stem) - 1))

    def weight(self, stem, kind):
        return max(0.0, self.share[stem, kind] - self.DISCOUNT) + self.prior(stem, kind)

    def count(self, analysed, counts):
        """analysed: form → its analyses."""
        rows = [
            (math.log2(1 + counts[form]), sorted({(stem, kind) for stem, kind, _, _ in analyses}))
            for form, analyses in analysed.items()
            if analyses
        ]
        for _, keys in rows:
            for key in keys:
                self.attested[key] += 1
        for analyses in analysed.values():
            for stem, kind, tag, _ in analyses:
                if tag in (VERB_TAGS if kind == "v" else NOUN_TAGS):
                    self.paradigm[stem, kind].add(tag)
        for (stem, kind), tags in self.paradigm.items():
            if kind == "v" and len(stem) > 2 and len(tags) >= VERIFIED:
                self.verified.add(stem)
        bases = collections.defaultdict(list)
        for verb in sorted(self.verbs | self.verified):
            if len(verb) > 2 or verb[-1] not in VOWELS or verb == "де":
                for voice in passive(verb):
                    if voice != verb:
                        bases[voice].append(verb)
        for voice, verbs in bases.items():
            if (voice, "v") in self.reviewed:
                continue
            self.base_of[voice] = max(verbs, key=lambda verb: (verb in self.verbs, len(self.paradigm[verb, "v"]), verb))
        for _ in range(self.ROUNDS):
            share = collections.Counter()
            for amount, keys in rows:
                weights = [self.weight(*key) for key in keys]
                total = sum(weights)
                for key, weight in zip(keys, weights):
                    share[key] += amount * weight / total
            self.share = share

    def verb_of(self, verb):
        """The verb of a passive, if there is one."""
        seen = set()
        while verb in self.base_of and verb not in seen:
            seen.add(verb)
            verb = self.base_of[verb]
        return verb

    def final(self, stem, kind):
        """What the stemmer gives for a stem: the verb of a passive and of one who does it (басқарушы → басқар)."""
        if kind == "v":
            return self.verb_of(stem)
        found = self.agents.get(stem)
        if found is None:
            found = stem
            if stem.endswith(("ушы", "уші", "юші", "юшы")) and (stem, "n") not in self.reviewed:
                for verb in devoiced(stem[:-3]):
                    if verb in self.verbs or (len(verb) > 2 and verb in self.verified):
                        if len(found) == len(stem) or len(self.paradigm[verb, "v"]) > len(self.paradigm[found, "v"]):
                            found = verb
                found = self.verb_of(found)
            self.agents[stem] = found
        return found
