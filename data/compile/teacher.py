"""The teacher: a small pretrained encoder, fine-tuned for tags and trees of Universal Dependencies.

    teacher.py train MODEL_DIR OUT.pt EPOCHS TREEBANK.conllu... --dev DEV.conllu...
    teacher.py annotate MODEL_DIR IN.pt WORDS.conllu OUT.conllu NUMBER_OF_WORDS

`MODEL_DIR` holds config.json, tokenizer.json and model.safetensors of all-MiniLM-L6-v2. `documents.tsv` beside a treebank
names the documents that may be used.
"""
import json
import random
import struct
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from tokenizers import Tokenizer

from treebanks import treebank

torch.set_num_threads(1)
SHAPES = 12
# Sentences whose mean logarithm of the chance of head and label is lower are left out.
LEAST = -0.21


def shape(form, first):
    if form.isupper() and len(form) > 1:
        kind = 1
    elif form[:1].isupper():
        kind = 2
    elif any(c.isupper() for c in form):
        kind = 3
    elif any(c.isdigit() for c in form):
        kind = 4
    else:
        kind = 0
    return kind * 2 + int(first)


class Layer(nn.Module):
    def __init__(self, c):
        super().__init__()
        d, i = c["hidden_size"], c["intermediate_size"]
        self.heads = c["num_attention_heads"]
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)
        self.n1 = nn.LayerNorm(d, eps=1e-12)
        self.up = nn.Linear(d, i)
        self.down = nn.Linear(i, d)
        self.n2 = nn.LayerNorm(d, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.n1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, d))))
        return self.n2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Teacher(nn.Module):
    def __init__(self, c, tags, labels):
        super().__init__()
        d = c["hidden_size"]
        self.word = nn.Embedding(c["vocab_size"], d)
        self.place = nn.Embedding(c["max_position_embeddings"], d)
        self.shape = nn.Embedding(SHAPES, d)
        nn.init.zeros_(self.shape.weight)
        self.kind = nn.Parameter(torch.zeros(d))
        self.norm = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c["num_hidden_layers"]))
        self.mix = nn.Parameter(torch.zeros(c["num_hidden_layers"]))
        self.drop = nn.Dropout(0.2)
        self.tag = nn.Sequential(nn.Linear(d, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, tags))
        self.arc_d = nn.Linear(d, 384)
        self.arc_h = nn.Linear(d, 384)
        self.arc_u = nn.Parameter(torch.zeros(385, 384))
        self.lab_d = nn.Linear(d, 128)
        self.lab_h = nn.Linear(d, 128)
        self.lab_u = nn.Parameter(torch.zeros(labels, 129, 129))
        self.root = nn.Parameter(torch.randn(d) * 0.02)
        self.mlpdrop = nn.Dropout(0.33)

    def load(self, path):
        data = open(path, "rb").read()
        size = struct.unpack("<Q", data[:8])[0]
        head = json.loads(data[8:8 + size])
        get = lambda n: torch.frombuffer(bytearray(data[8 + size + head[n]["data_offsets"][0]:8 + size + head[n]["data_offsets"][1]]), dtype=torch.float32).view(head[n]["shape"])
        with torch.no_grad():
            e = "embeddings."
            self.word.weight.copy_(get(e + "word_embeddings.weight"))
            self.place.weight.copy_(get(e + "position_embeddings.weight"))
            self.kind.copy_(get(e + "token_type_embeddings.weight")[0])
            self.norm.weight.copy_(get(e + "LayerNorm.weight"))
            self.norm.bias.copy_(get(e + "LayerNorm.bias"))
            for i, l in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for what in ("weight", "bias"):
                    l.qkv.get_parameter(what).copy_(torch.cat([get(f"{p}attention.self.{n}.{what}") for n in ("query", "key", "value")]))
                    l.out.get_parameter(what).copy_(get(f"{p}attention.output.dense.{what}"))
                    l.n1.get_parameter(what).copy_(get(f"{p}attention.output.LayerNorm.{what}"))
                    l.up.get_parameter(what).copy_(get(f"{p}intermediate.dense.{what}"))
                    l.down.get_parameter(what).copy_(get(f"{p}output.dense.{what}"))
                    l.n2.get_parameter(what).copy_(get(f"{p}output.LayerNorm.{what}"))

    def forward(self, ids, shapes, piece_mask, firsts):
        b, n = ids.shape
        x = self.norm(self.word(ids) + self.place.weight[:n] + self.kind + self.shape(shapes))
        mask = piece_mask[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        w = torch.softmax(self.mix + torch.tensor([0.0] * (len(states) - 1) + [2.0]), 0)
        x = sum(a * s for a, s in zip(w, states))
        x = self.drop(x)
        x = x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[-1]))
        h = torch.cat([self.root.to(x.dtype).expand(b, 1, -1), x], 1)
        act = lambda l, y: self.mlpdrop(F.leaky_relu(l(y), 0.1))
        ones = lambda y: torch.cat([y, y.new_ones(*y.shape[:-1], 1)], -1)
        arcs = torch.einsum("bid,de,bje->bij", ones(act(self.arc_d, x)), self.arc_u.to(x.dtype), act(self.arc_h, h))
        return self.tag(x), arcs, ones(act(self.lab_d, x)), ones(act(self.lab_h, h))

    def labels(self, d, h):
        return torch.einsum("nd,lde,ne->nl", d, self.lab_u.to(d.dtype), h)


class Data:
    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cache = {}

    def pieces(self, form):
        form = form.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
        if form not in self.cache:
            self.cache[form] = self.tokenizer.encode(form, add_special_tokens=False).ids[:8] or [100]
        return self.cache[form]

    def sentence(self, forms):
        ids, shapes, firsts = [101], [0], []
        for at, form in enumerate(forms):
            p = self.pieces(form)
            firsts.append(len(ids))
            ids += p
            shapes += [shape(form, at == 0)] * len(p)
        return ids + [102], shapes + [0], firsts

    def batch(self, encoded):
        n = max(len(e[0]) for e in encoded)
        w = max(len(e[2]) for e in encoded)
        ids = torch.zeros(len(encoded), n, dtype=torch.long)
        shapes = torch.zeros_like(ids)
        mask = torch.zeros(len(encoded), n, dtype=torch.bool)
        firsts = torch.zeros(len(encoded), w, dtype=torch.long)
        words = torch.zeros(len(encoded), w, dtype=torch.bool)
        for i, (a, s, f) in enumerate(encoded):
            ids[i, :len(a)] = torch.tensor(a)
            shapes[i, :len(s)] = torch.tensor(s)
            mask[i, :len(a)] = True
            firsts[i, :len(f)] = torch.tensor(f)
            words[i, :len(f)] = True
        return ids, shapes, mask, firsts, words


def batches(encoded, most, shuffle):
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i][0]), random.random()))
    out, now = [], []
    for i in order:
        if now and len(encoded[i][0]) * (len(now) + 1) > most:
            out.append(now)
            now = []
        now.append(i)
    if now:
        out.append(now)
    if shuffle:
        random.shuffle(out)
    return out


def predict(model, data, sentences, encoded):
    result = [None] * len(sentences)
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for batch in batches(encoded, 3000, False):
            ids, shapes, mask, firsts, words = data.batch([encoded[i] for i in batch])
            tags, arcs, d, h = model(ids, shapes, mask, firsts)
            arcs = arcs.float()
            arcs[:, :, 1:].masked_fill_(~words[:, None, :], -1e9)
            n = arcs.shape[1]
            arcs[:, torch.arange(n), torch.arange(n) + 1] = -1e9
            logp = torch.log_softmax(arcs, -1)
            best = logp.argmax(-1)
            lab = model.labels(d.reshape(-1, d.shape[-1]), h.gather(1, best[:, :, None].expand(-1, -1, h.shape[-1])).reshape(-1, h.shape[-1]))
            lab = torch.log_softmax(lab.float(), -1)
            labp, labs = lab.max(-1)
            labs, labp = labs.view(best.shape), labp.view(best.shape)
            tagp, tag = torch.log_softmax(tags.float(), -1).max(-1)
            conf = logp.max(-1)[0]
            for row, i in enumerate(batch):
                k = len(encoded[i][2])
                heads = best[row, :k].tolist()
                heads = repair(heads, logp[row, :k, :k + 1].numpy())
                result[i] = (tag[row, :k].tolist(), heads, labs[row, :k].tolist(),
                             float((conf[row, :k] + labp[row, :k]).mean()))
    return result


def is_tree(heads):
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(len(heads)):
        seen, at = 0, i + 1
        while at and seen <= len(heads):
            at = heads[at - 1]
            seen += 1
        if at:
            return False
    return True


def repair(heads, scores):
    """The best single-rooted tree by contraction of cycles (Chu-Liu, Edmonds), where the best heads are none."""
    if is_tree(heads):
        return heads
    import networkx
    n = len(heads)
    root = max(range(n), key=lambda i: scores[i, 0])
    graph = networkx.DiGraph()
    graph.add_edge(0, root + 1, weight=0.0)
    for i in range(n):
        if i != root:
            for j in range(1, n + 1):
                if j != i + 1 and scores[i, j] > -1e4:
                    graph.add_edge(j, i + 1, weight=float(scores[i, j]))
    tree = networkx.maximum_spanning_arborescence(graph, attr="weight")
    out = [0] * n
    for a, b in tree.edges():
        out[b - 1] = a
    return out


def evaluate(model, data, sentences, tags, labels):
    encoded = [data.sentence([w[1] for w in s]) for s in sentences]
    start = time.process_time()
    found = predict(model, data, sentences, encoded)
    took = time.process_time() - start
    words = upos = xpos = uas = las = 0
    for s, (t, h, l, _) in zip(sentences, found):
        for w, a, b, c in zip(s, t, h, l):
            words += 1
            u, x = tags[a].split(" ")
            upos += u == w[3]
            xpos += x == w[4]
            uas += b == int(w[6])
            las += b == int(w[6]) and labels[c] == w[7]
    p = lambda n: round(100 * n / words, 2)
    return f"UPOS {p(upos)} XPOS {p(xpos)} UAS {p(uas)} LAS {p(las)} {words / took:.0f} words/s"


def train(folder, out, epochs, banks, devs):
    random.seed(1)
    torch.manual_seed(1)
    config = json.load(open(f"{folder}/config.json"))
    data = Data(folder)
    sentences = [s for b in banks for s in treebank(b)]
    tags = sorted({f"{w[3]} {w[4]}" for s in sentences for w in s})
    labels = sorted({w[7] for s in sentences for w in s})
    tag_at, label_at = {t: i for i, t in enumerate(tags)}, {l: i for i, l in enumerate(labels)}
    print(len(sentences), sum(map(len, sentences)), len(tags), len(labels), flush=True)
    copies = []
    for s in sentences:
        if random.random() < 0.06:
            up = random.random() < 0.5
            copies.append([[w[0], w[1].upper() if up else w[1].lower()] + w[2:] for w in s])
    sentences += copies
    encoded = [data.sentence([w[1] for w in s]) for s in sentences]
    gold = [([tag_at[f"{w[3]} {w[4]}"] for w in s], [int(w[6]) for w in s], [label_at[w[7]] for w in s]) for s in sentences]
    model = Teacher(config, len(tags), len(labels))
    model.load(f"{folder}/model.safetensors")
    new = [p for n, p in model.named_parameters() if not n.startswith(("word", "place", "kind", "norm", "layers"))]
    ids = {id(p) for p in new}
    old = [p for p in model.parameters() if id(p) not in ids]
    optimizer = torch.optim.AdamW([{"params": old, "lr": 2e-4}, {"params": new, "lr": 1.5e-3}], weight_decay=0.01, betas=(0.9, 0.98))
    plan = [b for e in range(epochs) for b in batches(encoded, 1100, True)]
    total = len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.06 * total), max(0.0, (total - s) / (0.94 * total))))
    dev = [(d, treebank(d)) for d in devs]
    start = time.time()
    running = 0.0
    for step, batch in enumerate(plan):
        model.train()
        i, s, m, f, w = data.batch([encoded[b] for b in batch])
        width = w.shape[1]
        target = torch.full((3, len(batch), width), -100)
        for row, b in enumerate(batch):
            for k in range(3):
                target[k, row, :len(gold[b][k])] = torch.tensor(gold[b][k])
        with torch.autocast("cpu", torch.bfloat16):
            t, arcs, d, h = model(i, s, m, f)
            heads = target[1].clamp(min=0)
            sel = w
            hh = h.gather(1, heads[:, :, None].expand(-1, -1, h.shape[-1]))[sel]
            lab = model.labels(d[sel], hh)
        arcs = arcs.float()
        blocked = torch.cat([torch.zeros(len(batch), 1, dtype=torch.bool), ~w], 1)
        arcs = arcs.masked_fill(blocked[:, None, :], -1e9)
        loss = (F.cross_entropy(t.float()[sel], target[0][sel]) * 0.6 + F.cross_entropy(arcs[sel], target[1][sel])
                + F.cross_entropy(lab.float(), target[2][sel]))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        running = 0.99 * running + 0.01 * float(loss.detach())
        if step % 100 == 99:
            print(step + 1, total, round(running / (1 - 0.99 ** (step + 1)), 3), f"{time.time() - start:.0f}s cpu {time.process_time():.0f}", flush=True)
        if step % (total // (epochs * 1)) == total // epochs - 1 or step == total - 1:
            torch.save({"state": model.state_dict(), "tags": tags, "labels": labels}, out)
            for name, sents in dev:
                print(Path(name).name, evaluate(model, data, sents, tags, labels), flush=True)


def forms_of(path):
    """The words of each sentence of 3 to 60 words, each sentence once, in an order of chance."""
    seen, found, words = set(), [], []
    for line in open(path, encoding="utf-8"):
        if line[0].isdigit():
            words.append(line.split("\t", 2)[1])
        elif line == "\n":
            whole = " ".join(words)
            if 3 <= len(words) <= 60 and whole not in seen:
                seen.add(whole)
                found.append(whole)
            words = []
    found.sort()
    random.Random(1).shuffle(found)
    return found


def annotate(folder, path, source, out, words):
    saved = torch.load(path)
    config = json.load(open(f"{folder}/config.json"))
    data = Data(folder)
    model = Teacher(config, len(saved["tags"]), len(saved["labels"]))
    model.load_state_dict(saved["state"])
    start, read, kept = time.time(), 0, 0
    sentences = forms_of(source)
    with open(out, "w", encoding="utf-8") as file:
        for at in range(0, len(sentences), 4000):
            part = [whole.split(" ") for whole in sentences[at:at + 4000]]
            encoded = [data.sentence(s) for s in part]
            for s, (t, h, l, c) in zip(part, predict(model, data, part, encoded)):
                read += len(s)
                if c < LEAST:
                    continue
                kept += len(s)
                for n, (w, a, b, d) in enumerate(zip(s, t, h, l), 1):
                    u, x = saved["tags"][a].split(" ")
                    file.write(f"{n}\t{w}\t_\t{u}\t{x}\t_\t{b}\t{saved['labels'][d]}\t_\t_\n")
                file.write("\n")
            file.flush()
            print(at + len(part), "sentences,", read, "words,", kept, f"kept, {time.time() - start:.0f}s", flush=True)
            if read >= words:
                break


if __name__ == "__main__":
    if sys.argv[1] == "train":
        rest = sys.argv[5:]
        cut = rest.index("--dev")
        train(sys.argv[2], sys.argv[3], int(sys.argv[4]), rest[:cut], rest[cut + 1:])
    else:
        annotate(*sys.argv[2:6], int(sys.argv[6]))
