"""Writes a checkpoint of train.py as the weights that src/names/recurrent.rs reads: a byte each.

usage: export.py CHECKPOINT WEIGHTS

Every row of a matrix has a scale of its own (a 32-bit float) and whole numbers from -127 to 127.
"""
import struct
import sys

import torch


def main():
    kept = torch.load(sys.argv[1])
    weights = kept["weights"]
    out = bytearray(b"FNR1")
    out += struct.pack("<QB", int(kept["fingerprint"], 16), kept["args"]["backwards"])
    letters, embedding = weights["letters.weight"].shape
    hidden = weights["one.weight_hh_l0"].shape[1]
    decoder = weights["decoder.weight_hh_l0"].shape[1]
    out += struct.pack("<5H", letters, embedding, hidden, decoder, len(kept["chunks"]))
    for chunk in kept["chunks"]:
        out += bytes([len(chunk), *chunk])

    def matrix(it):
        for row in it:
            scale = max(row.abs().max().item() / 127, 1e-12)
            out.extend(struct.pack("<f", scale))
            out.extend((row / scale).round().clamp(-127, 127).to(torch.int8).numpy().tobytes())

    def gru(name, suffix=""):
        """What comes in, what comes again, the biases of both added where the network adds them."""
        into, again = weights[f"{name}.bias_ih_l0{suffix}"], weights[f"{name}.bias_hh_l0{suffix}"]
        size = len(into) // 3
        added = into.clone()
        added[: 2 * size] += again[: 2 * size]
        matrix(weights[f"{name}.weight_ih_l0{suffix}"])
        matrix(weights[f"{name}.weight_hh_l0{suffix}"])
        for bias in (added, again[2 * size :]):
            out.extend(bias.numpy().astype("<f4").tobytes())

    matrix(weights["letters.weight"])
    for layer in ("one", "two"):
        for suffix in ("", "_reverse"):
            gru(layer, suffix)
    matrix(weights["written.weight"])
    gru("decoder")
    matrix(weights["out.weight"])
    out += weights["out.bias"].numpy().astype("<f4").tobytes()
    with open(sys.argv[2], "wb") as file:
        file.write(out)
    print(f"{sys.argv[2]}: {len(out)} bytes, {int(kept['fingerprint'], 16):016x}")


main()
