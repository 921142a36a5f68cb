#!/usr/bin/env python3
"""learn_rules.py --hunspell kk_KZ.dic --terms terms.txt --text FILE... [--annotated kk_gold.tsv] --out rules.tsv

Learns the table by which the Kazakh stemmer takes a word form to its stem (of a verb: the bare stem, басқару → басқар).

kk_KZ.dic  Debian hunspell-kk: 54,000 entries, a third of them inflected forms; flags tell verbal nouns (-у) only
FILE       Kazakh text (UTF-8); only counts of word forms are taken from it

Every entry is inflected forwards as a noun and, where the list has its verbal noun or the text its paradigm, as a verb
(paradigms.py). A form of the text that several stems have goes to the one that expectation maximisation over the counts
makes likeliest; an entry that is itself a form of another begins with a low prior. Forms that the text has not are
sampled, so that the rules carry over.
"""
import argparse
import collections
import math
import os
import random
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "learn"))
from paradigms import VOWELS, nominal_forms, passive, verb_forms, verbal_nouns  # noqa: E402
from suffix_rules import label_trie, rule_of, write_rules  # noqa: E402

PRICE = 0.9  # of one more label
UNSEEN = 0.15  # weight of a form that the text has not, beside 1 and more
FAR = 2  # an entry goes if the word that it is a form of has so many times the attested forms that it has
TERM = 0.95  # weight of a form of terms.txt
SAMPLE = 120  # such forms of every stem that the text has, chosen at random from a fixed seed
DERIVED = 0.02  # prior of an entry that is a form of another, beside 1
SHORT = {"де", "же", "су", "ту", "бу", "жу", "сы", "ми", "би", "бе", "не", "ку", "қу", "шу", "ши", "ти", "ки", "жи"}  # real stems of two letters in a vowel
LETTERS = re.compile("^[а-яәғқңөұүһі]+$")


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


def is_noun(word, counts):
    """Whether a verb's stem is a noun too: the text has its genitive or its plural, which no verb has."""
    return any(
        word + ending in counts
        for ending in ("ның", "нің", "дың", "дің", "тың", "тің", "лар", "лер", "дар", "дер", "тар", "тер", "сы", "сі")
    )


def choose_stems(forms, counts, prior):
    """The likeliest stem of every form, and each stem's share of the counts: eight rounds of EM.

    A form counts by the logarithm of its occurrences: a word that one text repeats must not draw others to it. (Weighing
    endings by their own EM beside the stems lets inflected entries win: F1 .53.)
    """
    share = collections.Counter()

    def weight(stem):
        return share[stem] + prior[stem]

    for _ in range(8):
        new_share = collections.Counter()
        for form, stems in forms.items():
            amount = math.log2(1 + counts[form])
            total = sum(weight(stem) for stem in stems)
            for stem in stems:
                new_share[stem] += amount * weight(stem) / total
        share = new_share
    return {form: max(stems, key=lambda stem: (weight(stem), stem)) for form, stems in forms.items()}, share


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", required=True)
    parser.add_argument("--text", nargs="+", required=True)
    parser.add_argument("--terms", required=True, help="terms.txt beside this script")
    parser.add_argument("--annotated", help="kk_gold.tsv: form, lemma, part of speech, count, source, stem")
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    sys.setrecursionlimit(10000)
    counts = collections.Counter()
    for path in arguments.text:
        for line in open(path, encoding="utf8"):
            counts.update(re.findall("[а-яәғқңөұүһі]+", line.lower().replace("ё", "е").replace("ə", "ә")))
    words, verbal = read_lexicon(arguments.hunspell)

    # A verb is a word whose verbal noun the list marks: басқар of басқару. A noun is every other entry.
    verbs = {
        word
        for word in words
        if any(noun in verbal for noun in verbal_nouns(word)) and (len(word) > 2 or word[-1] not in VOWELS or word in SHORT)
    }
    base_of = {}
    for verb in sorted(verbs):
        for voice in passive(verb) if len(verb) > 2 or verb[-1] not in VOWELS else []:
            if voice != verb:
                base_of.setdefault(voice, verb)

    def base(verb):
        seen = set()
        while verb in base_of and verb not in seen:
            seen.add(verb)
            verb = base_of[verb]
        return verb

    forms = collections.defaultdict(dict)
    sample = random.Random(1)
    unseen = []

    def add(stem, inflected):
        found = inflected & counts.keys()
        for form in found:
            forms[form][stem] = True
        if found:
            unseen.append((stem, sample.sample(sorted(inflected), min(SAMPLE, len(inflected)))))

    nouns = [word for word in sorted(words - verbal) if len(word) > 1 and (word not in verbs or is_noun(word, counts))]
    inflected_forms = {word: set(nominal_forms(word)) | {word} for word in nouns}
    attested = {word: len(inflected & counts.keys()) for word, inflected in inflected_forms.items()}
    # A third of the list are inflected forms. One goes if a shorter word has it among its forms, by two letters or more,
    # and is far better attested itself.
    inflected_of_verbs = collections.defaultdict(int)
    for verb in sorted(verbs):
        found = set(verb_forms(verb)) & (counts.keys() | words)
        weight = len(found & counts.keys())
        for form in found & words:
            inflected_of_verbs[form] = max(inflected_of_verbs[form], weight)
    removed = set()
    for word in nouns:
        for form in inflected_forms[word] & words:
            if len(form) >= len(word) + 2 and attested[word] >= FAR * max(1, attested.get(form, 0)):
                removed.add(form)
    for form, weight in inflected_of_verbs.items():
        if weight >= FAR * max(1, attested.get(form, 0)) and form not in verbs:
            removed.add(form)
    print(len(removed), "inflected entries removed", file=sys.stderr)
    for word in nouns:
        if word not in removed:
            add(word, inflected_forms[word])
    for verb in sorted(verbs):
        add(base(verb), set(verb_forms(verb)) | {verb})
    for voice, verb in sorted(base_of.items()):
        if voice not in verbs:
            add(base(verb), set(verb_forms(voice)) | {voice})
    print(len(forms), "forms of the text,", len(words), "entries,", len(verbs), "verbs", file=sys.stderr)

    prior = {}
    for lemmas in list(forms.values()):
        for lemma in lemmas:
            is_derived = any(other != lemma and len(other) < len(lemma) for other in forms.get(lemma, {}))
            short = 0.1 if len(lemma) <= 2 and lemma[-1] in VOWELS and lemma not in SHORT else 1.0
            prior[lemma] = short * (DERIVED if is_derived else 1.0)
    chosen, share = choose_stems(forms, counts, prior)
    rows = {form[::-1] + "^": (rule_of(form, lemma), 1.0 + math.log2(1 + counts[form])) for form, lemma in chosen.items()}
    for line in open(arguments.terms, encoding="utf8"):
        kind, _, stem = line.strip().partition(" ")
        if kind in ("noun", "verb"):
            if not LETTERS.match(stem):
                sys.exit(f"terms.txt: no Kazakh word: {stem!r}")
            for form in set((verb_forms if kind == "verb" else nominal_forms)(stem)) | {stem}:
                rows[form[::-1] + "^"] = (rule_of(form, stem), TERM + math.log2(1 + counts[form]))
    if arguments.annotated:
        # Annotated by people: these win over everything, and teach what no paradigm has.
        for line in list(open(arguments.annotated, encoding="utf8"))[1:]:
            form, _, _, count, _, stem = line.rstrip("\n").split("\t")[:6]
            form, stem = form.replace("ё", "е"), stem.replace("ё", "е")
            if LETTERS.match(form) and LETTERS.match(stem):
                rows[form[::-1] + "^"] = (rule_of(form, stem), 2.0 + math.log2(1 + float(count)))
    for stem, candidates in unseen:
        if chosen.get(stem, stem) != stem or share[stem] < 1:
            continue
        for form in candidates:
            rows.setdefault(form[::-1] + "^", (rule_of(form, stem), UNSEEN))
    rules = list(label_trie(sorted((key, rule, weight) for key, (rule, weight) in rows.items()), PRICE))
    write_rules(rules, arguments.out)
    print(len(rules), "rules", file=sys.stderr)


if __name__ == "__main__":
    main()
