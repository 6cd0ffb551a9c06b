#!/usr/bin/env python3
"""Checks the hash chain of an exported Segl ledger (see ledger-format.md).

    python3 ledger-verify.py FILE

Needs Python 3.8 or later and nothing else, and shares no code with Segl. It checks that every entry's
hash is that of its content, that each follows the one before, that each checkpoint names a hash that
stands there, and that the closing line counts right. It checks no signatures, since Python comes without
Ed25519: for that use "segl ledger verify --keys".

Ends with 0 if nothing was found, 1 if something was, 2 if the file cannot be used.
"""

import hashlib
import json
import sys

MAX_LINE = 1048576
ZERO = "0" * 64
MEMBERS = {
    "entry": {
        "kind", "chain", "number", "at", "actor", "right", "subject", "type", "values", "previous",
        "hash",
    },
    "checkpoint": {"kind", "chain", "number", "hash", "at", "keyId", "signature"},
    "end": {"kind", "entries", "checkpoints"},
}
SIGNED = {"at", "keyId", "signature"}


def strict_object(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def read(line):
    """One line as an object; ValueError if it is not one."""
    if len(line) > MAX_LINE:
        raise ValueError("it is too long")
    it = json.loads(line.decode("utf-8"), object_pairs_hook=strict_object)
    if not isinstance(it, dict):
        raise ValueError("it is not an object")
    return it


def encoded(*fields):
    """Each field: its length in bytes as 4 bytes, big-endian, and then its UTF-8 bytes."""
    parts = []
    for field in fields:
        utf8 = field.encode("utf-8")
        parts.append(len(utf8).to_bytes(4, "big") + utf8)
    return b"".join(parts)


def hash_of(entry):
    values = entry["values"]
    fields = [
        "segl-ledger-entry-1",
        entry["chain"],
        str(entry["number"]),
        entry["at"],
        entry["actor"]["kind"],
        entry["actor"]["id"],
        entry["right"]["code"],
        entry["right"]["ground"],
        entry["subject"],
        entry["type"],
        entry["previous"],
        str(len(values)),
    ]
    for name in sorted(values):
        fields += [name, values[name]]
    return hashlib.sha256(encoded(*fields)).hexdigest()


def check_entry(entry, heads):
    """What is wrong with an entry, or None. Then it is its chain's last."""
    number, last = heads.get(entry["chain"], (0, ZERO))
    heads[entry["chain"]] = (entry["number"], entry["hash"])
    if hash_of(entry) != entry["hash"]:
        return "its hash is not that of its content"
    if entry["number"] != number + 1:
        return "entry %d was expected here" % (number + 1)
    if entry["previous"] != last:
        return "it does not follow the entry before"
    return None


def check(lines):
    """Yields what is wrong, with its line; gives how many entries there were."""
    heads = {}
    counts = {"entry": 0, "checkpoint": 0}
    ended = False
    for at, line in enumerate(lines, start=2):
        wrong = None
        try:
            it = read(line.rstrip(b"\n"))
            kind = it.get("kind")
            if ended:
                raise ValueError("it stands after the closing line")
            members = set(it)
            if kind == "end" and members >= SIGNED:
                members -= SIGNED
            if not isinstance(kind, str) or members != MEMBERS.get(kind):
                raise ValueError("its members are not those of its kind")
            if kind == "entry":
                counts[kind] += 1
                wrong = check_entry(it, heads)
            elif kind == "checkpoint":
                counts[kind] += 1
                if heads.get(it["chain"]) != (it["number"], it["hash"]):
                    wrong = "the checkpoint does not agree with the entry before it"
            else:
                ended = True
                if (it["entries"], it["checkpoints"]) != tuple(counts.values()):
                    wrong = "the closing line counts otherwise"
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            wrong = "it cannot be used"
        if wrong:
            yield at, wrong
    if not ended:
        yield 0, "the closing line is missing"


def main(path):
    try:
        with open(path, "rb") as file:
            try:
                header = read(file.readline(MAX_LINE + 2).rstrip(b"\n"))
            except (ValueError, RecursionError):
                header = {}
            if header.get("format") != "segl-ledger" or header.get("version") != 1:
                print("not an exported ledger of version 1", file=sys.stderr)
                return 2
            found = 0
            for line, wrong in check(file):
                found += 1
                print("line %d: %s" % (line, wrong) if line else wrong)
    except OSError:
        print("the file cannot be read", file=sys.stderr)
        return 2
    print("%d findings; signatures were not checked" % found)
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1]))
