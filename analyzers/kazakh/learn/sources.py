"""Reads what the Kazakh rules are learned from: counted text, the word list of hunspell-kk, annotated forms."""
import collections
import re

from paradigms import VOWELS, nominal_forms, verb_forms, verbal_nouns

LETTERS = re.compile("^[а-яәғқңөұүһі]+$")
FAR = 2  # an entry is an inflected form if the word that it is a form of has so many times the attested forms that it has
SHORT = {"де", "же", "су", "ту", "бу", "жу", "сы", "ми", "би", "бе", "не", "ку", "қу", "шу", "ши", "ти", "ки", "жи", "е"}


def count_words(paths):
    """Counts of word forms; a file .tsv holds forms and counts, any other is text."""
    counts = collections.Counter()
    for path in paths:
        for line in open(path, encoding="utf8"):
            line = line.lower().replace("ё", "е").replace("ə", "ә")
            if path.endswith("freq.tsv"):
                form, _, count = line.strip().partition("\t")
                if LETTERS.match(form):
                    counts[form] += int(count)
            else:
                counts.update(re.findall("[а-яәғқңөұүһі]+", line))
    return counts


def read_annotated(path):
    """(form, stem, count, family, whether the stem is a verb's) of the annotated forms."""
    for line in list(open(path, encoding="utf8"))[1:]:
        form, lemma, part, count, _, stem, family = line.rstrip("\n").split("\t")[:7]
        yield form.replace("ё", "е"), stem.replace("ё", "е"), float(count), family, part == "VERB" or stem != lemma


def read_lexicon(path):
    words, verbal = set(), set()
    for line in open(path, encoding="utf8"):
        word, _, flags = line.strip().partition("/")
        word = word.lower().replace("ё", "е")
        if LETTERS.match(word):
            words.add(word)
            if flags.startswith("Mm"):
                verbal.add(word)
    return words, verbal


def split_lexicon(path, counts):
    """(nouns, verbs, entries that are inflected forms of better attested words)."""
    words, verbal = read_lexicon(path)
    verbs = {
        word
        for word in words
        if any(noun in verbal for noun in verbal_nouns(word)) and (len(word) > 2 or word[-1] not in VOWELS or word in SHORT)
    } | {"е"}
    nouns = {
        word
        for word in words - verbal
        if len(word) > 1 and (word not in verbs or any(word + ending in counts for ending in NOUN_ENDINGS))
    }
    attested, found_in = {}, collections.defaultdict(int)
    for word in sorted(nouns):
        forms = set(nominal_forms(word)) | {word}
        attested[word] = len(forms & counts.keys())
        for form in forms & words:
            if len(form) >= len(word) + 2:
                found_in[form] = max(found_in[form], attested[word])
    for verb in sorted(verbs):
        forms = set(verb_forms(verb))
        amount = len(forms & counts.keys())
        for form in forms & words - verbs:
            found_in[form] = max(found_in[form], amount)
    derived = {form for form, amount in found_in.items() if amount >= FAR * max(1, attested.get(form, 0))}
    return nouns, verbs, derived


NOUN_ENDINGS = ("ның", "нің", "дың", "дің", "тың", "тің", "лар", "лер", "дар", "дер", "тар", "тер", "сы", "сі")


def read_terms(path):
    """(nouns, verbs) of terms.txt: words looked through by hand."""
    terms = {"noun": set(), "verb": set()}
    for line in open(path, encoding="utf8"):
        kind, _, stem = line.strip().partition(" ")
        if kind in terms:
            if not LETTERS.match(stem):
                raise SystemExit(f"{path}: no Kazakh word: {stem!r}")
            terms[kind].add(stem)
    return terms["noun"], terms["verb"]
