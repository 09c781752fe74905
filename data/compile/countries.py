"""Makes gazetteer/countries.csv and gazetteer/capitals.csv from mledoze/countries (ODbL 1.0).

Usage: python3 data/compile/countries.py COUNTRIES_JSON
Names that the source lacks, adjectives and warnings of ambiguity are in the hand-written gazetteer/country_names.csv.
"""

import csv
import json
import re
import sys
import unicodedata
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "gazetteer"

# Not sovereign, yet spoken of as actors.
ACTORS = {"TWN", "PSE", "ESH", "UNK", "HKG", "MAC", "GRL", "FRO", "COK", "NIU"}
SOVEREIGN = {
    "ABW": "NLD", "AIA": "GBR", "ALA": "FIN", "ASM": "USA", "ATF": "FRA", "BES": "NLD", "BLM": "FRA", "BMU": "GBR", "BVT": "NOR",
    "CCK": "AUS", "CUW": "NLD", "CXR": "AUS", "CYM": "GBR", "FLK": "GBR", "GGY": "GBR", "GIB": "GBR", "GLP": "FRA", "GUF": "FRA",
    "GUM": "USA", "HMD": "AUS", "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAF": "FRA", "MNP": "USA", "MSR": "GBR", "MTQ": "FRA",
    "MYT": "FRA", "NCL": "FRA", "NFK": "AUS", "PCN": "GBR", "PRI": "USA", "PYF": "FRA", "REU": "FRA", "SGS": "GBR", "SHN": "GBR",
    "SJM": "NOR", "SPM": "FRA", "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA", "VGB": "GBR", "VIR": "USA", "WLF": "FRA",
}
LABELS = {"COD": "Democratic Republic of the Congo", "COG": "Republic of the Congo", "FSM": "Micronesia", "GUF": "French Guiana"}
# Alternative spellings that name something else, or that English texts do not use.
UNWANTED = {"Congo", "Thai", "Togolese", "Portuguesa", "Prathet", "Saudi", "Timor", "the Abode of Peace", "Dominique", "Viti", "Guiana", "Virgin Islands", "Emirates", "Republic of China", "Pleasant Island", "Nation of Brunei", "Island"}
# Capitals whose name means something else more often; and cities of the source that are no capital in usage.
DOUBTED = {"Victoria", "Kingston", "Hamilton", "Wellington", "Malé", "Stanley", "Sucre", "Nassau", "San José", "Saint-Denis", "George Town", "Georgetown", "Jamestown", "Douglas", "Marigot", "The Valley", "The Bottom", "Road Town"}
SKIPPED = {"City of Victoria", "Plymouth", "Flying Fish Cove", "West Island", "King Edward Point"}
NOT_GOVERNMENT = {"Jerusalem", "Amsterdam", "Lobamba", "Bloemfontein", "Cape Town", "El Aaiún", "Sucre", "Yamoussoukro", "Gitega", "Dodoma", "Brussels"}


ORIGIN = "mledoze/countries"


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.translate(str.maketrans({"ø": "o", "Ø": "O", "ı": "i", "ł": "l", "’": "", "'": "", "‘": ""})))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()


def usable(name: str) -> bool:
    latin = all(ord(c) < 0x250 or c in "’‘" for c in name)
    return latin and len(name) > 3 and "," not in name and "(" not in name and name not in UNWANTED


def write(name: str, columns: list[str], rows: list[dict[str, str]], head: str) -> None:
    with (OUT / name).open("w", newline="", encoding="utf-8") as out:
        out.write(head)
        table = csv.DictWriter(out, columns, lineterminator="\n")
        table.writeheader()
        table.writerows(sorted(rows, key=lambda row: row["key"]))


def main() -> None:
    countries, capitals = [], []
    for source in json.load(open(sys.argv[1], encoding="utf-8")):
        code = source["cca3"] if source["cca3"] != "UNK" else "XKX"
        label = LABELS.get(code, source["name"]["common"])
        own = source["independent"] or source["cca3"] in ACTORS
        names = [source["name"]["common"], source["name"]["official"], *source["altSpellings"]]
        names = [n for n in dict.fromkeys(names) if usable(n) and n != label]
        demonyms = [d.strip() for d in source["demonyms"].get("eng", {"m": ""})["m"].split(",")]
        demonyms = [d for d in dict.fromkeys(demonyms) if d and d != label]
        kind = "country" if own else "place"
        home = code if own else SOVEREIGN.get(code, "")
        if not own and not home:
            continue
        key = f"{kind}.{slug(label)}"
        countries.append({"key": key, "label": label, "names": "|".join(names), "demonyms": "|".join(demonyms), "country": home, "class": "state" if source["independent"] else "territory", "origin": ORIGIN})
        for capital in source["capital"] or []:
            capital = {"Washington D.C.": "Washington"}.get(capital, capital)
            if capital in SKIPPED or capital == label or slug(capital) == slug(label):
                continue
            stands = key if own and capital not in NOT_GOVERNMENT else ""
            names = f"{capital}?" if capital in DOUBTED else ""
            capitals.append({"key": f"place.{slug(capital)}" + ("-" + code.lower() if any(c["key"] == f"place.{slug(capital)}" for c in capitals) else ""), "label": capital, "names": names, "country": home, "stands_for": stands, "class": "capital", "origin": ORIGIN})
    head = "# Made by compile/countries.py from mledoze/countries; ODbL 1.0.\n"
    write("countries.csv", ["key", "label", "names", "demonyms", "country", "class", "origin"], countries, head)
    write("capitals.csv", ["key", "label", "names", "country", "stands_for", "class", "origin"], capitals, head)


main()
