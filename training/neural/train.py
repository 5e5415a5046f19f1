"""Trains the neural model of names: from aligned pairs to a checkpoint.

usage: train.py ALIGNED CHECKPOINT [--seed N] [--epochs N] [--hidden N] [--decoder N]

The network reads the Latin letters in both directions (two layers of GRU) and writes, letter by letter, the
few Arabic letters that stand for each (a GRU over what it has written). Every batch has names of one length, so
that nothing is padded. The weights kept are a running average of those of the last steps.
"""
import argparse
import math
import random
import time
import unicodedata

import torch
from torch import nn

# The Latin letters in the order of src/names/letters.rs.
LATIN = "abcdefghijklmnopqrstuvwxyz'.áàâãäåăāçćčđðéèêëğíîïīıłńñóôöøōőřšşșțßúüūýžæ"
BARED = 0.25  # how often an accented name is shown as it is typed without accents
WORST = -5.3  # pairs less likely than this, a letter, are no transliterations
UNLIKELY = 0.03  # this share of the pairs is left out when training goes on from a checkpoint
RAREST = 3  # chunks seen less often are not learnt


def read(path):
    """The fingerprint of the list of pairs, the chunks by number, and (latin, chunks, weight) of each pair."""
    with open(path, encoding="utf-8") as file:
        print_of = next(file).split()[1]
        rows = [line.rstrip("\n").split("\t") for line in file]
    pairs = []
    counts = {}
    for latin, chunks, score, weight, *_ in rows:
        if float(score) < WORST:
            continue
        latin = [int(it) for it in latin.split()]
        chunks = [tuple(int(it) for it in chunk.split()) for chunk in chunks.split(",")]
        for chunk in chunks:
            counts[chunk] = counts.get(chunk, 0) + 1
        pairs.append((latin, chunks, int(weight)))
    kept = sorted(it for it, count in counts.items() if count >= RAREST)
    number = {chunk: n for n, chunk in enumerate(kept)}
    pairs = [(a, [number[c] for c in b], w) for a, b, w in pairs if all(c in number for c in b)]
    return print_of, kept, pairs


def bare(letter):
    """The letter without its accent."""
    base = {"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o"}.get(LATIN[letter], unicodedata.normalize("NFD", LATIN[letter])[0])
    return LATIN.index(base)


BARE = [bare(it) for it in range(len(LATIN))]


class Network(nn.Module):
    def __init__(self, chunks, hidden, decoder, embedding=64, dropout=0.3):
        super().__init__()
        self.letters = nn.Embedding(len(LATIN), embedding)
        self.one = nn.GRU(embedding, hidden, bidirectional=True, batch_first=True)
        self.two = nn.GRU(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.written = nn.Embedding(chunks + 1, embedding)  # the last: nothing yet
        self.decoder = nn.GRU(embedding + 2 * hidden, decoder, batch_first=True)
        self.out = nn.Linear(decoder, chunks)
        self.drop = nn.Dropout(dropout)
        self.start = chunks

    def forward(self, latin, chunks):
        x = self.drop(self.letters(latin))
        x = self.drop(self.one(x)[0])
        x = self.drop(self.two(x)[0])
        before = torch.cat([torch.full_like(chunks[:, :1], self.start), chunks[:, :-1]], 1)
        y = self.drop(self.written(before))
        y = self.drop(self.decoder(torch.cat([y, x], 2))[0])
        return self.out(y)


def batches(pairs, size, rng):
    """Batches of names of one length, in random order."""
    by_length = {}
    for pair in pairs:
        by_length.setdefault(len(pair[0]), []).append(pair)
    out = []
    for group in by_length.values():
        rng.shuffle(group)
        out += [group[at : at + size] for at in range(0, len(group), size)]
    rng.shuffle(out)
    return out


def likely(network, pairs):
    """The pairs without those that the network finds least likely: most of them are no transliterations."""
    network.eval()
    scored = []
    with torch.no_grad():
        for batch in batches(pairs, 512, random.Random(0)):
            want = torch.tensor([it[1] for it in batch])
            logits = network(torch.tensor([it[0] for it in batch]), want)
            losses = nn.functional.cross_entropy(logits.transpose(1, 2), want, reduction="none").sum(1)
            scored += zip(losses.tolist(), batch)
    network.train()
    scored.sort(key=lambda it: (it[0], it[1][0], it[1][1]))
    return [it for _, it in scored[: int(len(scored) * (1 - UNLIKELY))]]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("aligned")
    args.add_argument("checkpoint")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--backwards", action="store_true", help="read and write from the end of the name")
    args.add_argument("--epochs", type=int, default=48)
    args.add_argument("--hidden", type=int, default=104)
    args.add_argument("--decoder", type=int, default=136)
    args.add_argument("--batch", type=int, default=128)
    args.add_argument("--resume", help="a checkpoint to begin with; what it finds least likely is left out")
    args.add_argument("--rate", type=float, default=3e-3)
    args.add_argument("--dropout", type=float, default=0.3)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = random.Random(args.seed)
    print_of, chunks, pairs = read(args.aligned)
    if args.backwards:
        pairs = [(latin[::-1], chunks[::-1], weight) for latin, chunks, weight in pairs]
    network = Network(len(chunks), args.hidden, args.decoder, dropout=args.dropout)
    if args.resume:
        network.load_state_dict(torch.load(args.resume)["weights"])
        pairs = likely(network, pairs)
    size = sum(it.numel() for it in network.parameters())
    print(f"{len(pairs)} pairs, {len(chunks)} chunks, {size} weights", flush=True)
    optimizer = torch.optim.AdamW(network.parameters(), lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01)
    average = {name: it.detach().clone() for name, it in network.state_dict().items()}
    began = time.time()
    step = 0
    for epoch in range(args.epochs):
        total = letters = 0.0
        todo = batches(pairs, args.batch, rng)
        for done, batch in enumerate(todo):
            # The rate rises for the first tenth of the way and falls to nothing along a cosine.
            way = (epoch + done / len(todo)) / args.epochs
            rate = args.rate * (way / 0.1 if way < 0.1 else 0.5 * (1 + math.cos(math.pi * (way - 0.1) / 0.9)))
            for group in optimizer.param_groups:
                group["lr"] = rate
            rows = [[BARE[n] for n in it[0]] if rng.random() < BARED else it[0] for it in batch]
            latin = torch.tensor(rows)
            want = torch.tensor([it[1] for it in batch])
            weight = torch.tensor([1.0 + 0.5 * (it[2] - 1) for it in batch])
            logits = network(latin, want)
            losses = nn.functional.cross_entropy(logits.transpose(1, 2), want, label_smoothing=0.05, reduction="none")
            loss = (losses.mean(1) * weight).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            with torch.no_grad():
                keep = min(0.998, (step + 1) / (step + 10))
                for name, it in network.state_dict().items():
                    average[name].lerp_(it, 1 - keep)
            total += losses.sum().item()
            letters += want.numel()
        print(f"epoch {epoch + 1}: loss {total / letters:.4f}, {time.time() - began:.0f} s", flush=True)
        torch.save({"fingerprint": print_of, "chunks": chunks, "weights": average, "args": vars(args)}, args.checkpoint)


if __name__ == "__main__":
    main()
