"""Cuts DejaVuSans.ttf down to the characters that the examples' curves use, so that their text shows on machines without fonts.

    python3 data-scripts/make_plot_font.py /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf examples/Plots/PlotFont.ttf

Glyphs up to the highest one needed keep their numbers and the rest is dropped; hints, kerning and ligatures go too. Needs no package.
"""
import struct
import sys

CHARACTERS = [chr(code) for code in range(32, 127)]
KEPT = ["OS/2", "head", "hhea", "name"]


def read_tables(font):
    count = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sIII", font[12 + 16 * i : 28 + 16 * i]) for i in range(count))
    return {tag.decode(): font[offset : offset + length] for tag, _, offset, length in entries}


def read_cmap(table):
    """The characters of the format 4 subtable, which covers the basic plane."""
    count = struct.unpack(">H", table[2:4])[0]
    offsets = [struct.unpack(">HHI", table[4 + 8 * i : 12 + 8 * i])[2] for i in range(count)]
    start = next(o for o in offsets if struct.unpack(">H", table[o : o + 2])[0] == 4)
    length, _, double = struct.unpack(">HHH", table[start + 2 : start + 8])
    segments, body = double // 2, table[start + 14 : start + length]
    column = lambda skip, sign: struct.unpack(f">{segments}{sign}", body[skip : skip + double])
    ends, starts = column(0, "H"), column(double + 2, "H")
    deltas, ranges, place = column(2 * double + 2, "h"), column(3 * double + 2, "H"), 3 * double + 2
    glyphs = {}
    for i in range(segments):
        for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
            if ranges[i]:
                at = place + 2 * i + ranges[i] + 2 * (code - starts[i])
                glyph = struct.unpack(">H", body[at : at + 2])[0]
            else:
                glyph = code
            glyphs[chr(code)] = (glyph + deltas[i]) & 0xFFFF if glyph or not ranges[i] else 0
    return glyphs


def parts(glyph):
    """The glyphs that a composite glyph is made of."""
    if len(glyph) < 10 or struct.unpack(">h", glyph[:2])[0] >= 0:
        return
    at, more = 10, True
    while more:
        flags, index = struct.unpack(">HH", glyph[at : at + 4])
        yield index
        at += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0)
        more = flags & 0x20


def write_cmap(glyphs):
    """Format 12, a group a character."""
    groups = b"".join(struct.pack(">III", ord(c), ord(c), g) for c, g in sorted(glyphs.items()))
    return struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 16 + len(groups), 0, len(glyphs)) + groups


def checksum(data):
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF


def write_font(tables):
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    directory, body, offset = b"", b"", 12 + 16 * count
    for tag, data in sorted(tables.items()):
        directory += struct.pack(">4sIII", tag.encode(), checksum(data), offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return header + directory + body


def main(source, target):
    tables = read_tables(open(source, "rb").read())
    old = struct.unpack(f">{len(tables['loca']) // 4}I", tables["loca"])
    glyph = lambda i: tables["glyf"][old[i] : old[i + 1]]
    characters = read_cmap(tables["cmap"])
    cmap = {c: characters[c] for c in CHARACTERS if characters.get(c)}
    needed, waiting = {0}, list(cmap.values())
    while waiting:
        index = waiting.pop()
        needed.add(index)
        waiting += [part for part in parts(glyph(index)) if part not in needed]
    count = max(needed) + 1
    glyf, loca = b"", [0]
    for i in range(count):
        if i in needed:
            glyf += glyph(i) + b"\0" * (-len(glyph(i)) % 4)
        loca.append(len(glyf))
    metrics = min(count, struct.unpack(">H", tables["hhea"][34:36])[0])
    out = {tag: tables[tag] for tag in KEPT}
    out["hhea"] = tables["hhea"][:34] + struct.pack(">H", metrics)
    out["hmtx"] = tables["hmtx"][: 4 * metrics]
    out["maxp"] = tables["maxp"][:4] + struct.pack(">H", count) + tables["maxp"][6:]
    out["post"] = struct.pack(">I", 0x00030000) + tables["post"][4:32]
    out |= {"cmap": write_cmap(cmap), "glyf": glyf, "loca": struct.pack(f">{len(loca)}I", *loca)}
    open(target, "wb").write(write_font(out))


main(*sys.argv[1:])
