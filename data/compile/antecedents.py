#!/usr/bin/env python3
"""Makes data/en/antecedents.csv: how much each mark of two phrases speaks for their naming one thing.

    python3 data/compile/antecedents.py gold GUM/en_gum-ud-train.conllu > gold.json
    cargo run --example coreference -- GUM/en_gum-ud-train.conllu GENRE,... gold.json > choices.json
    python3 data/compile/antecedents.py learn choices.json gold.json > data/en/antecedents.csv

A log-linear ranking of antecedents: of all that go back to the same thing any will do; wrong answers cost by what they are
(joined to nothing, to something, to another thing). Needs numpy and scipy.
"""

import collections
import importlib.util
import json
import pathlib
import sys

import numpy
import scipy.optimize
import scipy.sparse

FALSE_NEW, FALSE_LINK, WRONG_LINK = 24.0, 0.1, 0.5
RIDGE, LASSO = 0.5, 4.0
LEAST = 20


def gold(treebank):
    spec = importlib.util.spec_from_file_location("scorer", pathlib.Path(__file__, "../../../examples/coreference.py").resolve())
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = {name: {f"{a}-{b}": entity for entity, a, b, _ in scorer.gold(rows)} for name, rows in scorer.documents(treebank)}
    print(json.dumps(found))


def rows(choices, entities):
    """Of each phrase: the marks of each answer, which are right, and what the wrong ones cost."""
    for document, (places, asked) in choices.items():
        entity = [entities[document].get(place) for place in places]
        for phrase, first, antecedents in asked:
            right = [entity[phrase] is not None and entity[other] == entity[phrase] for other, _ in antecedents]
            new = not any(right)
            costs = [0.0 if new else FALSE_NEW] + [0.0 if is_right else (FALSE_LINK if new else WRONG_LINK) for is_right in right]
            yield [first] + [marks for _, marks in antecedents], [new] + right, costs


def learn(choices, entities):
    answers = list(rows(choices, entities))
    counts = collections.Counter(mark for marks, _, _ in answers for one in marks for mark in set(one))
    names = sorted(mark for mark, count in counts.items() if count >= LEAST)
    number = {mark: place for place, mark in enumerate(names)}
    indices, starts, ends, right, costs = [], [0], [], [], []
    for marks, is_right, cost in answers:
        for one in marks:
            indices.extend(number[mark] for mark in one if mark in number)
            starts.append(len(indices))
        right.extend(is_right)
        costs.extend(cost)
        ends.append(len(right))
    data = numpy.ones(len(indices), dtype=numpy.float32)
    table = scipy.sparse.csr_matrix((data, indices, starts), shape=(len(right), len(names)))
    right, costs = numpy.array(right), numpy.array(costs)
    begins = numpy.array([0] + ends[:-1])
    group = numpy.repeat(numpy.arange(len(ends)), numpy.diff([0] + ends))

    def total(scores):
        highest = numpy.maximum.reduceat(scores, begins)
        powers = numpy.exp(scores - highest[group])
        sums = numpy.add.reduceat(powers, begins)
        return highest + numpy.log(sums), powers / sums[group]

    def loss(weights):
        scores = table @ weights
        everything, shares = total(scores + costs)
        good, good_shares = total(numpy.where(right, scores, -1e9))
        slope = table.T @ (shares - good_shares)
        return (everything - good).sum() + RIDGE * (weights**2).sum() / 2, slope + RIDGE * weights

    # Weights as differences of two positive numbers, so that most come out as nothing.
    def sparse(halves):
        value, slope = loss(halves[: len(names)] - halves[len(names) :])
        return value + LASSO * halves.sum(), numpy.concatenate([slope + LASSO, LASSO - slope])

    size = 2 * len(names)
    best = scipy.optimize.minimize(
        sparse, numpy.zeros(size), jac=True, method="L-BFGS-B", bounds=[(0, None)] * size, options={"maxiter": 100}
    )
    weights = best.x[: len(names)] - best.x[len(names) :]
    return {mark: weight for mark, weight in zip(names, weights) if abs(weight) >= 0.01}


def main():
    if sys.argv[1] == "gold":
        gold(sys.argv[2])
        return
    choices, entities = (json.loads(pathlib.Path(path).read_text()) for path in sys.argv[2:4])
    print("mark,weight")
    for mark, weight in sorted(learn(choices, entities).items()):
        quoted = '"' + mark.replace('"', '""') + '"' if "," in mark or '"' in mark else mark
        print(f"{quoted},{weight:.3f}")


if __name__ == "__main__":
    main()
