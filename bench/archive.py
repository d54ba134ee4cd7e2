"""Times an archive of tables against its tables one by one.

    cargo build --release --bin census
    python3 bench/archive.py ai_models.zip [TIMES]

Each is read and counted by the command line so many times in turn (20 where
nothing is said), and of each the fastest counts: what else a machine does only
ever adds. Fails where the archive takes more than 1.5 times what its tables take
together.
"""

import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile

CENSUS = pathlib.Path(__file__).resolve().parents[1] / "target/release/census"
MOST = 1.5


def seconds(file):
    begun = time.perf_counter()
    subprocess.run([CENSUS, file], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def main(archive, times):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as packed:
        names = [name for name in packed.namelist() if name.lower().endswith(".csv")]
        tables = [pathlib.Path(packed.extract(name, folder)) for name in names]
        fastest = {}
        for _ in range(times):
            for file in [archive, *tables]:
                fastest[file] = min(seconds(file), fastest.get(file, float("inf")))
    for table in tables:
        print(f"{table.name}: {fastest[table] * 1000:.1f} ms")
    together = sum(fastest[table] for table in tables)
    ratio = fastest[archive] / together
    print(f"one by one: {together * 1000:.1f} ms; {archive.name}: {fastest[archive] * 1000:.1f} ms, {ratio:.2f} times")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20))
