#!/usr/bin/env python3
"""Packs folders of golden cases into one archive a family.

    pack-golden.py SOURCE TARGET FAMILY...

Every file of SOURCE/FAMILY (NAME.json, NAME.npz and what lies beside them) goes into TARGET/FAMILY.zip. The same files give the
same bytes: the order is that of the names, times and permissions are fixed. The archive deflates, and an .npz whose
arrays are stored goes in as it is, because that is smaller than an .npz deflated by itself.
"""

import sys
import zipfile
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(source: Path, target: Path) -> None:
    """Writes the files of a folder, not of folders in it, into an archive."""
    files = sorted((path for path in source.iterdir() if path.is_file()), key=lambda path: path.name)
    if not files:
        raise SystemExit(f"{source} has no files.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in files:
            entry = zipfile.ZipInfo(path.name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), compresslevel=9)
    print(f"{target}: {len(files)} files, {target.stat().st_size} bytes")


def main(arguments: list[str]) -> None:
    """Packs every family named on the command line."""
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    source, target, *families = arguments
    for family in families:
        pack(Path(source) / family, Path(target) / f"{family}.zip")


if __name__ == "__main__":
    main(sys.argv[1:])
