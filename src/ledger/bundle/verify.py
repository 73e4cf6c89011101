# Prüft ein Beweispaket von Leitplanke: python3 verify.py [--key PRÜFSCHLÜSSEL] [proof.json entries.jsonl]
# Verifies evidence of Leitplanke:      python3 verify.py [--key VERIFIER-KEY] [proof.json entries.jsonl]
# Python 3.8+, standard library only, no network. 0 = intact, 1 = not intact. How it works: VERIFY.md.
import base64, hashlib, json, os, re, sys


def insist(holds, what):
    if not holds:
        raise ValueError(what)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def decoded(text):
    """Base64 in its one exact spelling, so that no bit is free."""
    data = base64.b64decode(text, validate=True)
    insist(base64.b64encode(data).decode() == text, "base64")
    return data


# Ed25519, RFC 8032 section 5.1: points as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def added(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(s, p):
    q = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            q = added(q, p)
        p, s = added(p, p), s >> 1
    return q


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    insist(len(data) == 32 and y < P, "Ed25519: point")
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P != 0:
        x = x * I % P
    insist((x * x - xx) % P == 0 and not (x == 0 and sign), "Ed25519: point")
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def packed(p):
    z = pow(p[2], P - 2, P)
    x, y = p[0] * z % P, p[1] * z % P
    return (y | ((x & 1) << 255)).to_bytes(32, "little")


def signs(key, text, signature):
    """Whether R = [S]B - [k]A."""
    if len(signature) != 64:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    x, y, z, t = point(key)
    base = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    return packed(added(times(s, base), times(k, (P - x, y, z, P - t)))) == signature[:32]


def key_in(vkey):
    """The key that a verifier key (C2SP signed-note) names, and whose log it signs for."""
    parts = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)", vkey, re.A)
    insist(parts, "vkey")
    origin, name, material = parts.groups()
    data = decoded(material)
    insist(len(data) == 33 and data[0] == 1, "vkey: not Ed25519")
    insist(sha256(origin.encode() + b"\n", data)[:4].hex() == name, "vkey: id")
    return origin, name, data[1:]


def signed_in(note, key):
    """Size and root that a checkpoint (C2SP tlog-checkpoint) signs."""
    form = "((\\S+)\n(0|[1-9][0-9]{0,15})\n(\\S+)\n)\n\u2014 (\\S+) (\\S+)\n"
    parts = re.fullmatch(form, note, re.A)
    insist(parts, "checkpoint: form")
    text, named, size, root, signer, signature = parts.groups()
    insist(named == signer == key[0], "checkpoint: another log")
    data = decoded(signature)
    insist(data[:4].hex() == key[1], "checkpoint: another key")
    insist(signs(key[2], text.encode(), data[4:]), "checkpoint: signature")
    return int(size), decoded(root)


def proof_in(text):
    """The proof, in its one exact spelling."""
    proof = json.loads(text)
    names = ["first", "last", "size", "left", "right", "checkpoint", "vkey"]
    insist(list(proof) == names, "proof: form")
    spelled = json.dumps(proof, ensure_ascii=False, separators=(",", ":"))
    insist(text == spelled + "\n", "proof: form")
    first, last, size = (proof[name] for name in names[:3])
    insist(all(type(n) is int for n in (first, last, size)), "proof: numbers")
    insist(0 <= first <= last < size, "proof: range")
    hashes = proof["left"] + proof["right"]
    insist(all(re.fullmatch("[0-9a-f]{64}", one) for one in hashes), "proof: hashes")
    return proof


def root_from(proof, lines):
    """The root that a proof and the entries in its range make (RFC 6962)."""
    first, last, size = proof["first"], proof["last"], proof["size"]
    peaks, at = [bytes.fromhex(one) for one in proof["left"]], first
    insist(len(peaks) == bin(first).count("1"), "proof: left")

    def add(top, width):
        n = at // width
        while n % 2 == 1:
            top, n = sha256(b"\x01", peaks.pop(), top), n // 2
        peaks.append(top)
        return at + width

    for line in lines:
        insist(line.endswith(b"\n"), "entries: the last line does not end")
        insist(at <= last, "entries: too many")
        at = add(sha256(b"\x00", line[:-1]), 1)
    insist(at == last + 1, "entries: missing")
    for one in proof["right"]:
        insist(at < size, "proof: right")
        width = at & -at
        if at + width <= size:
            at = add(bytes.fromhex(one), width)
        else:  # The end of the tree is not full: its root is one hash.
            peaks.append(bytes.fromhex(one))
            at = size
    insist(at == size, "proof: right")
    root = peaks.pop()
    while peaks:
        root = sha256(b"\x01", peaks.pop(), root)
    return root


def read(path):
    with open(path, "rb") as file:
        return file.read().decode()


def main(args):
    known = None
    if "--key" in args:
        at = args.index("--key")
        known = args[at + 1]
        del args[at : at + 2]
    here = os.path.dirname(os.path.abspath(__file__))
    path = args[0] if args else os.path.join(here, "proof.json")
    folder = os.path.dirname(os.path.abspath(path))
    proof = proof_in(read(path))
    for name, text in (("checkpoint.txt", proof["checkpoint"]), ("key.txt", proof["vkey"] + "\n")):
        copy = os.path.join(folder, name)
        insist(not os.path.exists(copy) or read(copy) == text, name + ": not that of the proof")
    insist(known in (None, proof["vkey"]), "vkey: not the known one")
    key = key_in(proof["vkey"])
    size, signed = signed_in(proof["checkpoint"], key)
    insist(size == proof["size"], "proof: size")
    with open(args[1] if len(args) > 1 else os.path.join(folder, "entries.jsonl"), "rb") as lines:
        root = root_from(proof, lines)
    insist(root == signed, "entries: not those that were signed")
    first, last = proof["first"], proof["last"]
    print(f"UNVERSEHRT: {key[0]}, Einträge {first} bis {last} von {size}, wie unterschrieben.")
    print(f"INTACT: {key[0]}, entries {first} to {last} of {size}, as signed.")
    print(f"root {root.hex()}")
    if known is None:
        print("key? VERIFY.md")


if __name__ == "__main__":
    try:
        sys.stdout.reconfigure(encoding="utf-8")
        main(sys.argv[1:])
    except Exception as error:
        print(f"NICHT UNVERSEHRT / NOT INTACT: {error}")
        sys.exit(1)
