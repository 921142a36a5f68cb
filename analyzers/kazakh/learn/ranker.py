"""A ranker of the analyses of a form, trained on annotated forms. Used by learn_rules.py."""
import collections
import math
import random

from paradigms import VOWELS


class Features:
    """What speaks for an analysis, by the counts of one lexicon."""

    def __init__(self, lexicon):
        self.lexicon = lexicon
        self.cache = {}

    def of_stem(self, stem, kind):
        found = self.cache.get((stem, kind))
        if found is None:
            lexicon = self.lexicon
            known = lexicon.knows(stem, kind)
            other = lexicon.knows(stem, "v" if kind == "n" else "n")
            status = kind + ("r" if (stem, kind) in lexicon.reviewed else "d" if known and stem in lexicon.derived else "k" if known else "p" if kind == "v" and stem in lexicon.base_of else "v" if kind == "v" and stem in lexicon.verified else "u")
            length = min(len(stem), 8)
            share = math.log(lexicon.weight(stem, kind))
            attested = math.log(1 + lexicon.attested[stem, kind])
            found = [
                ("count", share / 3),
                ("count" + status, share / 3),
                ("attested" + status, attested / 3),
                ("paradigm" + status, math.log(1 + len(lexicon.paradigm.get((stem, kind), ())))),
                ("paradigm" + kind, len(lexicon.paradigm.get((stem, kind), ())) / 5),
                ("s" + status + str(other), 1.0),
                ("l" + status + str(length), 1.0),
                ("length" + status, len(stem) / 5),
                ("e" + kind + stem[-2:], 0.5),
                ("e" + kind + stem[-3:], 0.5),
                ("y" + kind + str(sum(letter in VOWELS for letter in stem)), 0.5),
                ("w" + kind + stem, 0.7),
            ]
            self.cache[stem, kind] = found
        return found

    def of(self, form, analysis):
        stem, kind, tag, lost = analysis
        status = "k" if self.lexicon.knows(stem, kind) else "u"
        return self.of_stem(stem, kind) + [
            ("t" + kind + tag, 1.0),
            ("b" + kind + tag[:3], 0.7),
            ("c" + kind + tag[-3:], 0.7),
            ("c" + kind + tag[-2:], 0.5),
            ("o" + kind + lost, 1.0),
            ("n" + kind + str(min(len(tag), 8)) + status, 0.7),
            ("x" + kind + stem[-1] + tag[:2], 0.5),
            ("f" + kind + form[len(stem) :][-4:], 0.4),
        ]

    def example(self, form, analyses, stem):
        """(features of each analysis, whether it is right): right is what leads to the right stem; None if there is no choice."""
        goals = {stem, self.lexicon.final(stem, "n"), self.lexicon.final(stem, "v")}
        right = [self.lexicon.final(one[0], one[1]) in goals or one[0] == stem for one in analyses]
        return ([self.of(form, one) for one in analyses], right) if any(right) and not all(right) else None


class Ranker:
    """A log-linear choice among a form's analyses."""

    EPOCHS = 12
    RATE = 0.15
    DECAY = 2e-4

    def __init__(self, examples):
        """examples: what Features.example made of annotated forms."""
        examples = [example for example in examples if example]
        self.weights = weights = collections.defaultdict(float)
        squares = collections.defaultdict(lambda: 1e-2)
        order = random.Random(7)
        for _ in range(self.EPOCHS):
            order.shuffle(examples)
            for rows, right in examples:
                odds = self.odds(rows)
                total = sum(odds)
                good = sum(value for value, is_right in zip(odds, right) if is_right)
                gradient = collections.defaultdict(float)
                for row, value, is_right in zip(rows, odds, right):
                    slope = value / total - (value / good if is_right and good > 0 else 0.0)
                    if abs(slope) > 1e-4:
                        for name, amount in row:
                            gradient[name] += slope * amount
                for name, slope in gradient.items():
                    slope += self.DECAY * weights[name]
                    squares[name] += slope * slope
                    weights[name] -= self.RATE * slope / math.sqrt(squares[name])

    def odds(self, rows):
        """Of each row of features, in proportion to the likeliest."""
        weights = self.weights
        scores = [sum(weights[name] * value for name, value in row if name in weights) for row in rows]
        top = max(scores)
        return [math.exp(score - top) for score in scores]

    def best(self, features, form, analyses):
        """The stem that has most of the probability."""
        by_stem = collections.Counter()
        for odds, one in zip(self.odds([features.of(form, one) for one in analyses]), analyses):
            by_stem[features.lexicon.final(one[0], one[1])] += odds
        return max(by_stem, key=lambda stem: (by_stem[stem], stem))
