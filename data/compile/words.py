"""What is known of single words before training: the tags that a dictionary gives them, and which words are used alike.

    words.py MODEL_DIR IN.pt LEMMINFLECT OUT.tsv TEXT.conllu...

`MODEL_DIR` holds config.json, tokenizer.json and model.safetensors of all-MiniLM-L6-v2, `LEMMINFLECT` is the folder `resources`
of the Python package of that name. A row of the result: word in small letters, Penn tags, number of its cluster.
"""
import gzip
import json
import re
import sys
from collections import Counter, defaultdict

import torch
import torch.nn.functional as F

from teacher import Data, Layer, Teacher

COARSE, FINE, ROUNDS = 48, 24, 12
TAKEN = (1, 3, 5)
TAGS = {
    ("noun", 0): "NN", ("noun", 1): "NNS", ("verb", 0): "VB", ("verb", 1): "VBD", ("verb", 2): "VBN", ("verb", 3): "VBG",
    ("verb", 4): "VBZ", ("adj", 0): "JJ", ("adj", 1): "JJR", ("adj", 2): "JJS", ("adv", 0): "RB", ("adv", 1): "RBR",
    ("adv", 2): "RBS",
}
"""The columns of the table of inflections: plural; past, participle where it differs, -ing, third person; degrees."""


def plain(form):
    form = re.sub("[0-9]", "0", form.lower())
    return form.replace("’", "'").replace("‘", "'").replace("`", "'").replace("“", '"').replace("”", '"')


def dictionary(folder):
    tags = defaultdict(set)
    for line in gzip.open(f"{folder}/lemma_lu.csv.gz", "rt", encoding="utf-8"):
        form, kind, lemmas = line.rstrip("\n").split(",")
        if (kind, 0) in TAGS and form in lemmas.split("/"):
            tags[plain(form)].add(TAGS[kind, 0])
    for line in gzip.open(f"{folder}/infl_lu.csv.gz", "rt", encoding="utf-8"):
        lemma, kind, *columns = line.rstrip("\n").split(",")
        if (kind, 0) not in TAGS:
            continue
        tags[plain(lemma)].add(TAGS[kind, 0])
        for number, column in enumerate(columns, 1):
            for form in filter(None, column.split("/")):
                if (kind, number) in TAGS:
                    tags[plain(form)].add(TAGS[kind, number])
                if (kind, number) == ("verb", 1) and (len(columns) < 2 or not columns[1]):
                    tags[plain(form)].add("VBN")
    return tags


def vectors(folder, path, words):
    """What the teacher makes of each word that stands alone."""
    saved = torch.load(path)
    data = Data(folder)
    model = Teacher(json.load(open(f"{folder}/config.json")), len(saved["tags"]), len(saved["labels"]))
    model.load_state_dict(saved["state"])
    model.eval()
    order = sorted(words, key=lambda word: (len(data.pieces(word)), word))
    found = []
    with torch.no_grad():
        for at in range(0, len(order), 512):
            encoded = []
            for word in order[at:at + 512]:
                pieces = data.pieces(word)
                encoded.append(([101] + pieces + [102], [0] * (len(pieces) + 2), [1]))
            ids, shapes, mask, _, _ = data.batch(encoded)
            x = model.norm(model.word(ids) + model.place.weight[:ids.shape[1]] + model.kind + model.shape(shapes))
            inner = mask.clone()
            inner[:, 0] = False
            inner[torch.arange(len(ids)), mask.sum(1) - 1] = False
            mean = lambda x: F.normalize((x * inner[:, :, None]).sum(1), dim=-1)
            parts = [mean(model.word(ids))]
            for number, layer in enumerate(model.layers):
                x = layer(x, mask[:, None, None, :])
                if number in TAKEN:
                    parts.append(F.normalize(x[:, 1], dim=-1))
            found.append(torch.cat(parts, 1).half())
    return order, torch.cat(found).float()


def clusters(points, count, seed):
    """The nearest of some centres to each point, the centres being the means of their points."""
    generator = torch.Generator().manual_seed(seed)
    count = min(count, len(points))
    centres = points[torch.randperm(len(points), generator=generator)[:count]].clone()
    for _ in range(ROUNDS):
        near = nearest(points, centres)
        sums = torch.zeros_like(centres).index_add_(0, near, points)
        sizes = torch.bincount(near, minlength=count)
        centres = torch.where(sizes[:, None] > 0, F.normalize(sums, dim=-1), centres)
    return centres


def nearest(points, centres):
    return torch.cat([(part @ centres.T).argmax(1) for part in points.split(20000)])


def main(folder, path, lemminflect, out, texts):
    tags = dictionary(lemminflect)
    counts = Counter()
    for text in texts:
        for line in open(text, encoding="utf-8"):
            if line[0].isdigit():
                counts[plain(line.split("\t", 2)[1])] += 1
    words = sorted(word for word in set(tags) | {w for w, n in counts.items() if n > 2} if not any(c.isspace() for c in word))
    order, points = vectors(folder, path, words)
    points = F.normalize(points - points.mean(0), dim=-1)
    often = torch.tensor([counts[word] > 9 for word in order])
    coarse = clusters(points[often], COARSE, 1)
    coarse_of = nearest(points, coarse)
    numbers = torch.zeros(len(order), dtype=torch.long)
    for number in range(COARSE):
        here = coarse_of == number
        if (here & often).any():
            numbers[here] = nearest(points[here], clusters(points[here & often], FINE, number))
    rows = sorted((word, ",".join(sorted(tags.get(word, ()))), (int(c) + 1) * 32 + int(n))
                  for word, c, n in zip(order, coarse_of, numbers))
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")
    print(len(rows), "words", int(often.sum()), "often")


if __name__ == "__main__":
    torch.manual_seed(1)
    main(*sys.argv[1:5], sys.argv[5:])
