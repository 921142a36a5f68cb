#!/usr/bin/env python3
"""learn_rules.py --hunspell kk_KZ.dic --terms terms.txt --text FILE... --annotated kk_gold.tsv --out rules.tsv

Learns the table by which the Kazakh stemmer takes a word form to its stem (of a verb: the bare stem, басқару → басқар).

kk_KZ.dic  Debian hunspell-kk: 54,000 entries, a third of them inflected forms; flags tell verbal nouns (-у) only
FILE       Kazakh text (UTF-8), or *freq.tsv (form, count); only counts of word forms are taken from it

Every form of the text is analysed (analyser.py), a ranker trained on the annotated forms chooses the stem (ranker.py), and the
rules are learned from what it chose, from what it chooses for the likeliest forms that the text has not, and from the
annotated forms themselves.

--cross-validate STEMS.tsv  writes no rules but the stem of every annotated form by a ranker (with --rules: by rules) that
                            learned nothing of the form's family: five folds. --unseen takes its forms out of the text too
--cache FILE                keeps the analyses of the text between runs
"""
import argparse
import collections
import math
import os
import pickle
import sys
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "learn"))
from analyser import LETTERS, Lexicon, Morphology, ending_of  # noqa: E402
from paradigms import nominal_forms, verb_forms  # noqa: E402
from ranker import Features, Ranker  # noqa: E402
from sources import count_words, read_annotated, read_terms, split_lexicon  # noqa: E402
from suffix_rules import label_trie, rule_of, write_rules  # noqa: E402

FOLDS = 5
PRICE = 0.9  # of one more label
# A form that the text has not weighs by the root of how often it may be expected: share of the stem x share of the ending. F1 of
# one fold, where the ranker has .970: .969 (2: .968; one weight for all: .959).
UNSEEN = 5.0
MOST_UNSEEN = 0.9
RAREST = 1e-3  # expected, below which a form is left out: 2.5 of 6 million are left, and nothing is lost
LEAST_SHARE = 0.3  # of the counts, for a stem of the word list
ATTESTED = 3.0  # share of the counts that an unknown stem needs before it has such forms
TERM = 0.95  # weight of a form of terms.txt


def fold_of(family):
    return zlib.crc32(family.encode()) % FOLDS


def expected(lexicon, shares, key, form):
    """How often the counted text would have a form of a stem, as (stem, kind), that it has not."""
    tag, _ = ending_of(key[0], form)
    return max(lexicon.share[key], LEAST_SHARE) * shares.get((key[1], tag), 0.0)


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

    def rankers(self, lexicon, annotated, without=frozenset()):
        """(features, the ranker of forms that the text has, the ranker of forms that it has not).

        The second sees every annotated form as if no form of its family had been counted, else it would trust counts that
        an unseen form never has.
        """
        features = Features(lexicon)
        seen = [features.example(form, self.analyses(form), stem) for form, stem, _, _, _ in annotated]
        unseen = []
        for part in range(FOLDS):
            rows = [row for row in annotated if fold_of(row[3] + "?") == part]
            blind = Features(self.lexicon({row[0] for row in rows} | without))
            unseen += [blind.example(form, self.analyses(form), stem) for form, stem, _, _, _ in rows]
        return features, Ranker(seen), Ranker(unseen)

    def tag_shares(self, best_of, lexicon):
        """(kind, tag) → its share of all words of the kind, by what the text has."""
        amounts, totals = collections.Counter(), collections.Counter()
        for form, stem in best_of.items():
            tags = {(kind, tag) for one, kind, tag, _ in self.analysed[form] if lexicon.final(one, kind) == stem}
            for kind, tag in tags:
                amount = math.log2(1 + self.counts[form]) / len(tags)
                amounts[kind, tag] += amount
                totals[kind] += amount
        return {(kind, tag): amount / totals[kind] for (kind, tag), amount in amounts.items()}

    def unseen_forms(self, lexicon, shares, taken):
        """Form → (stem, kind) of stems that may have it, for forms that are not taken and may be expected."""
        found = {}
        stems = set(lexicon.share) | {(stem, "n") for stem in lexicon.nouns} | {(stem, "v") for stem in lexicon.verbs}
        for key in sorted(stems):
            stem, kind = key
            is_known = lexicon.knows(stem, kind) and stem not in lexicon.derived
            if not is_known and lexicon.share[key] < ATTESTED:
                continue
            for form in {stem, *(verb_forms if kind == "v" else nominal_forms)(stem)}:
                if form not in taken and (key in lexicon.reviewed or expected(lexicon, shares, key, form) >= RAREST):
                    found.setdefault(form, []).append(key)
        return found

    def choose_unseen(self, features, ranker, shares, form, keys):
        """(stem, weight) of a form that the text has not."""
        lexicon = features.lexicon
        stem = lexicon.final(*keys[0])
        if len(keys) > 1:
            stem = ranker.best(features, form, [(*key, *ending_of(key[0], form)) for key in keys])
        if any(key in lexicon.reviewed for key in keys):
            return stem, TERM
        amount = sum(expected(lexicon, shares, key, form) for key in keys if lexicon.final(*key) == stem)
        return stem, min(MOST_UNSEEN, UNSEEN * math.sqrt(amount))

    def rules(self, lexicon, rankers, annotated, without=frozenset()):
        features, of_seen, of_unseen = rankers
        best_of = {
            form: of_seen.best(features, form, found)
            for form, found in self.analysed.items()
            if found and form not in without
        }
        labels = {form: (stem, 1.0 + math.log2(1 + self.counts[form])) for form, stem in best_of.items()}
        # Annotated by people: these win over everything, and teach what no paradigm has.
        for form, stem, count, _, is_verb in annotated:
            labels[form] = (lexicon.final(stem, "v" if is_verb else "n"), 2.0 + math.log2(1 + count))
        shares = self.tag_shares(best_of, lexicon)
        unseen = self.unseen_forms(lexicon, shares, labels)
        print(len(labels), "forms of text,", len(unseen), "others", file=sys.stderr, flush=True)
        for form in sorted(unseen):
            labels[form] = self.choose_unseen(features, of_unseen, shares, form, unseen.pop(form))
        rows = [(form[::-1] + "^", rule_of(form, stem), weight) for form, (stem, weight) in labels.items()]
        return list(label_trie(sorted(rows), PRICE))


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
            hidden = held if unseen else frozenset()
            rankers = learner.rankers(lexicon, annotated, hidden)
            if by_rules:
                rules = dict(learner.rules(lexicon, rankers, annotated, hidden))

            def stem_of(word):
                if by_rules:
                    return apply_rules(rules, word)
                found = learner.analyses(word)
                return rankers[2 if unseen else 1].best(rankers[0], word, found) if found else word

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
        rules = learner.rules(lexicon, learner.rankers(lexicon, learner.gold), learner.gold)
        write_rules(rules, arguments.out)
        print(len(rules), "rules", file=sys.stderr)


if __name__ == "__main__":
    main()
