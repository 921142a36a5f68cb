#!/usr/bin/env python3
"""learn_rules.py --hunspell kk_KZ.dic --terms terms.txt --text FILE... --annotated kk_gold.tsv --out rules.tsv

Learns the table by which the Kazakh stemmer takes a word form to its stem (of a verb: the bare stem, басқару → басқар).

kk_KZ.dic  Debian hunspell-kk: 54,000 entries, a third of them inflected forms; flags tell verbal nouns (-у) only
FILE       Kazakh text (UTF-8), or *freq.tsv (form, count); only counts of word forms are taken from it

Every form of the text is analysed (analyser.py), a ranker trained on the annotated forms chooses the stem, and the rules are
learned from what it chose, from samples of the paradigms of the stems that it found, and from the annotated forms themselves.

--cross-validate STEMS.tsv  writes no rules but the stem of every annotated form by a ranker (with --rules: by rules) that
                            learned nothing of the form's family: five folds. --unseen takes its forms out of the text too
--cache FILE                keeps the analyses of the text between runs
"""
import argparse
import math
import os
import pickle
import random
import sys
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "learn"))
from analyser import LETTERS, Lexicon, Morphology, Ranker  # noqa: E402
from paradigms import nominal_forms, verb_forms  # noqa: E402
from sources import count_words, read_annotated, read_terms, split_lexicon  # noqa: E402
from suffix_rules import label_trie, rule_of, write_rules  # noqa: E402

FOLDS = 5
PRICE = 0.9  # of one more label
UNSEEN = 0.15  # weight of a form that the text has not, beside 1 and more
SAMPLE = 30  # such forms of every stem, chosen at random from a fixed seed
ATTESTED = 3.0  # share of the counts that an unknown stem needs before its paradigm is sampled
TERM = 0.95  # weight of a form of terms.txt


def fold_of(family):
    return zlib.crc32(family.encode()) % FOLDS


class Learner:
    def __init__(self, arguments):
        self.morphology = Morphology()
        self.reviewed = read_terms(arguments.terms)
        rows = list(read_annotated(arguments.annotated))
        self.gold = [row for row in rows if LETTERS.match(row[0]) and LETTERS.match(row[1])]
        self.compounds = [row for row in rows if "-" in row[0]]
        if arguments.cache and os.path.exists(arguments.cache):
            with open(arguments.cache, "rb") as cache:
                self.counts, self.lexicon_parts, self.analysed = pickle.load(cache)
        else:
            self.counts = count_words(arguments.text)
            self.lexicon_parts = split_lexicon(arguments.hunspell, self.counts)
            self.analysed = {form: self.morphology.analyses(form) for form in sorted(self.counts)}
            if arguments.cache:
                with open(arguments.cache, "wb") as cache:
                    pickle.dump((self.counts, self.lexicon_parts, self.analysed), cache)

    def analyses(self, form):
        found = self.analysed.get(form)
        return self.morphology.analyses(form) if found is None else found

    def lexicon(self, without=frozenset()):
        lexicon = Lexicon(*self.lexicon_parts, self.reviewed)
        lexicon.count({form: found for form, found in self.analysed.items() if form not in without}, self.counts)
        return lexicon

    def ranker(self, lexicon, annotated):
        ranker = Ranker(lexicon)
        ranker.train([(form, self.analyses(form), stem, 1.0) for form, stem, _, _, _ in annotated])
        return ranker

    def rules(self, lexicon, ranker, annotated, without=frozenset()):
        rows = {}

        def add(form, stem, weight):
            rows.setdefault(form[::-1] + "^", (rule_of(form, stem), weight))

        # Annotated by people: these win over everything, and teach what no paradigm has.
        for form, stem, count, _, is_verb in annotated:
            add(form, lexicon.final(stem, "v" if is_verb else "n"), 2.0 + math.log2(1 + count))
        for form, found in sorted(self.analysed.items()):
            if found and form not in without:
                stem, _ = ranker.best(form, found)
                add(form, stem, 1.0 + math.log2(1 + self.counts[form]))
        sample = random.Random(1)
        stems = set(lexicon.share) | {(stem, "n") for stem in lexicon.nouns} | {(stem, "v") for stem in lexicon.verbs}
        for stem, kind in sorted(stems, key=lambda key: (-lexicon.weight(*key), key)):
            known = lexicon.knows(stem, kind) and stem not in lexicon.derived
            if known or lexicon.share[stem, kind] >= ATTESTED:
                forms = sorted(set((verb_forms if kind == "v" else nominal_forms)(stem)) | {stem})
                is_reviewed = (stem, kind) in lexicon.reviewed
                for form in forms if is_reviewed else sample.sample(forms, min(SAMPLE, len(forms))):
                    if form not in without:
                        add(form, lexicon.final(stem, kind), TERM if is_reviewed else UNSEEN)
        print(len(rows), "forms", file=sys.stderr)
        return list(label_trie(sorted((key, rule, weight) for key, (rule, weight) in rows.items()), PRICE))


def apply_rules(rules, form):
    edged = "^" + form
    for at in range(len(edged) + 1):
        if edged[at:] in rules:
            cut, letters = rules[edged[at:]]
            return form[: len(form) - cut] + letters
    return form


def cross_validate(learner, path, by_rules, unseen):
    whole = learner.lexicon()
    with open(path, "w", encoding="utf8") as out:
        for fold in range(FOLDS):
            annotated = [row for row in learner.gold if fold_of(row[3]) != fold]
            held = {row[0] for row in learner.gold if fold_of(row[3]) == fold}
            lexicon = learner.lexicon(held) if unseen else whole
            ranker = learner.ranker(lexicon, annotated)
            if by_rules:
                rules = dict(learner.rules(lexicon, ranker, annotated, held if unseen else frozenset()))

            def stem_of(word):
                if by_rules:
                    return apply_rules(rules, word)
                found = learner.analyses(word)
                return ranker.best(word, found)[0] if found else word

            for form, _, _, family, _ in learner.gold + learner.compounds:
                if fold_of(family) == fold:
                    head, hyphen, tail = form.rpartition("-")
                    print(form, head + hyphen + (stem_of(tail) if LETTERS.match(tail) else tail), sep="\t", file=out)
            print("fold", fold, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hunspell", required=True)
    parser.add_argument("--text", nargs="+", required=True)
    parser.add_argument("--terms", required=True, help="terms.txt beside this script")
    parser.add_argument("--annotated", required=True, help="kk_gold.tsv: form, lemma, part of speech, count, source, stem, family")
    parser.add_argument("--out")
    parser.add_argument("--cross-validate", metavar="STEMS.tsv")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--cache")
    arguments = parser.parse_args()
    sys.setrecursionlimit(10000)
    learner = Learner(arguments)
    if arguments.cross_validate:
        cross_validate(learner, arguments.cross_validate, arguments.rules, arguments.unseen)
    if arguments.out:
        lexicon = learner.lexicon()
        rules = learner.rules(lexicon, learner.ranker(lexicon, learner.gold), learner.gold)
        write_rules(rules, arguments.out)
        print(len(rules), "rules", file=sys.stderr)


if __name__ == "__main__":
    main()
