"""Makes gazetteer/leaders.csv and given_names.txt.

Usage: python3 data/compile/leaders.py FACTS_DIR
FACTS_DIR holds oeda-dictionaries/ (Open Event Data Alliance, MIT) and us-state-history/ (Office of the Historian, CC0):
names, countries, titles and dates are taken, never a sentence.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent
FACTS = Path(sys.argv[1])
PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "del", "la", "da", "dos", "do", "das", "van", "der", "den", "von", "di", "du", "ould", "ul", "ur", "ud", "bint", "abu", "y", "e"}
LOWER = PARTICLES - {"la", "el", "abu", "y", "e", "ben"}
TITLES = """president prime minister chancellor king queen emperor empress prince princess crown sultan amir emir sheikh general secretary premier vice deputy foreign
governor ambassador chairman leader first lady sir lord dr doctor colonel major captain admiral marshal marshall shah pope grand duke chief supreme acting former premier-elect president-elect
taoiseach mr mrs ms minister defense defence state councilor general-secretary secretary-general head commander lieutenant senator dictator kanzler bundeskanzler kanzlerin presidente sec of
justice maharaja regent archbishop cardinal field commissioner speaker us u.s. american the his her excellency majesty highness royal interim co-prince captain-general high representative provisional
vice-president senior undersecretary presumptive heir interior finance treasury trade attorney national security adviser advisor director advisory council european commission union""".split()
STATES = {"TMP": "TLS", "ROM": "ROU", "ZAR": "COD", "KSV": "XKX", "WSB": "", "GME": "DDR", "PSX": "PSE", "SCG": "SCG", "BUR": "MMR", "IMY": "", "CSK": "CSK", "YUG": "YUG", "SUN": "SUN"}
# Given names that are words of English more often.
WORDS = set("""Air Ala Bare Bio Blade Bow Brand Bright Chase Chem Chimed Come Constant Courage Crane Dawn Day Dean Deep Desire Environmental Federal Fish Garrison
Gene German Gift Green Grey Ham Hammer Hang Herb Him Host Innocence Innocent Jet Jewel Jihad Job Jog Landing Lane Law Lay Lol Long Maker Man Mani March Mares Martial
Mass Mat May Men Mile Min Ministers Miss Mullah Muse Noble Nor North Nut Odd Overseas Pagan Pan Par Peer Pen Penne Penny Per Perks Person Phone Pleasant Precious Raid Rear Rein
Rush Rust Sale Saviour Saw Sea Set Sham Sheik Slim Sofa Son Soul Staff Styles Sum Sun Sung Tea Tens Than Tie Tin Tome United Veterans Vital Wee Wells White Whiting Win Witness""".split())
EAST_ASIA = {"CHN", "TWN", "KOR", "PRK", "HKG", "VNM"}


def slug(text: str) -> str:
    text = text.translate(str.maketrans({"ø": "o", "Ø": "O", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "’": "", "'": "", "‘": "", "ß": "ss", "æ": "ae"}))
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower()


def countries() -> tuple[set[str], dict[str, str]]:
    codes, names = set(), {}
    for file in ["countries.csv", "country_names.csv"]:
        lines = (DATA / "gazetteer" / file).read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            if not row["key"].startswith("country."):
                continue
            if row.get("label") and row["country"]:
                codes.add(row["country"])
                names[row["key"]] = row["country"]
            code = names.get(row["key"], "")
            for name in [row.get("label", ""), *row["names"].split("|")]:
                if name:
                    names[slug(name.rstrip("?"))] = code
    return codes, names


CODES, BY_NAME = countries()


def cased(word: str, country: str) -> str:
    """A word of a name from one in capitals."""
    def one(part: str, first: bool) -> str:
        low = part.lower()
        if low in LOWER and not first:
            return low
        if low.startswith("mc") and len(low) > 3:
            return "Mc" + low[2:].capitalize()
        return "'".join(piece.capitalize() for piece in low.split("'"))
    parts = word.split("-")
    if country in EAST_ASIA and len(parts) == 2:
        return f"{one(parts[0], True)}-{parts[1].lower()}"
    return "-".join(one(part, i > 0 and parts[0].lower() not in LOWER) for i, part in enumerate(parts))


def name_of(raw: str, country: str) -> str | None:
    words = [w for w in raw.strip("_ ").split("_") if w]
    if len(words) < 2 or any(w.lower().strip(".") in TITLES for w in words) or any(re.search(r"[^A-Z.'\-]", w) for w in words):
        return None
    name = " ".join(cased(w, country) for w in words)
    return name if len(name) < 45 else None


def day(text: str) -> str:
    if len(text) == 6:
        century = "20" if int(text[:2]) <= 15 else "19"
        text = century + text
    if len(text) != 8 or not "1700" <= text[:4] <= "2025" or not "01" <= text[4:6] <= "12":
        return ""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if "01" <= text[6:] <= "31" else f"{text[:4]}-{text[4:6]}"


def phoenix() -> list[dict]:
    entries, current = [], None
    text = (FACTS / "oeda-dictionaries/Phoenix.Countries.actors.txt").read_text(encoding="utf-8", errors="replace")
    for line in text.splitlines():
        if not line.strip() or line[0] == "#":
            continue
        body = re.split(r"[#;]", line)[0]
        codes = re.findall(r"\[([^\]]*)\]", body)
        name = re.sub(r"\[[^\]]*\]", "", body).strip()
        if line[0] in " \t":
            if current:
                current["codes"] += codes
        elif line[0] == "+":
            if current:
                current["names"].append(name[1:].strip())
                current["codes"] += codes
        else:
            current = {"names": [name], "codes": codes}
            entries.append(current)
    return entries


def by_hand() -> set[tuple[str, str]]:
    """Names, with country, of those whom the hand-written list has: they are left out here."""
    known = set()
    lines = (DATA / "gazetteer/leaders_recent.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        for name in [row["label"], *row["names"].split("|")]:
            known.add((plain(name), row["country"]))
    return known


def plain(name: str) -> str:
    """Without initials and suffixes, so that names with and without them are one."""
    words = [w for w in re.split(r"[ ,]+", name) if len(w.strip(".")) > 1 and w.strip(".") not in {"Jr", "Sr", "II", "III", "IV", "Dr"}]
    return slug(" ".join(words))


class People:
    def __init__(self) -> None:
        self.known = by_hand()
        self.taken = {slug(row) for row, _ in self.known}
        self.label, self.names, self.country, self.offices = {}, defaultdict(Counter), {}, defaultdict(list)
        self.origins = defaultdict(list)

    def add(self, name: str, country: str, aliases: list[str], offices: list[tuple[str, str, str]], origin: str) -> None:
        if any((plain(n), country) in self.known for n in [name, *aliases]):
            return
        key = slug(name)
        if key in self.taken:
            return
        if not key or (key in self.country and self.country[key] != country):
            key = f"{key}-{country.lower()}"
        self.label.setdefault(key, name)
        self.country[key] = country
        self.names[key].update(aliases)
        if origin not in self.origins[key]:
            self.origins[key].append(origin)
        for office in offices:
            if office not in self.offices[key]:
                self.offices[key].append(office)


def add_phoenix(people: People, given: Counter) -> None:
    for entry in phoenix():
        roles = [(re.match(r"[A-Z]*", code).group(0), code) for code in entry["codes"]]
        state = next((STATES.get(kind[:3], kind[:3]) for kind, _ in roles if kind[3:].startswith("GOV")), "")
        names = [n for n in (name_of(raw, state) for raw in entry["names"]) if n]
        if not names or state not in CODES:
            continue
        if state not in EAST_ASIA:
            given[names[0].split()[0]] += 1
        # Rulers have a life before and after office (ELI) in the dictionary; the thousands of other members of cabinets are left out.
        if not any(kind[3:] == "ELI" for kind, _ in roles):
            continue
        offices = []
        for kind, code in roles:
            if kind[3:] != "GOV":
                continue
            span = re.search(r"(\d{6,8})-(\d{6,8})", code)
            since = re.search(r">(\d{6,8})", code)
            if span and day(span[1]) and day(span[1]) <= (day(span[2]) or "9"):
                offices.append(("", day(span[1]), day(span[2])))
            elif since and day(since[1]):
                offices.append(("", day(since[1]), ""))
        people.add(names[0], state, names[1:4], sorted(set(offices)), "OEDA Phoenix.Countries.actors")


def add_visits(people: People, given: Counter) -> None:
    seen = defaultdict(list)
    with (FACTS / "us-state-history/visits.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            country = re.sub(r"\s*\(.*\)", "", row["country"]).replace("’", "'")
            country = " ".join(reversed(country.split(", "))) if ", " in country else country
            code = BY_NAME.get(slug(country), "")
            words = row["visitor"].replace("’", "'").split()
            cut = 0
            while cut < len(words) and words[cut].lower().strip(",.") in TITLES:
                cut += 1
            title, name = " ".join(words[:cut]), " ".join(words[cut:])
            if not code or not title or " of " in f" {name} " or " and " in name or "," in name or "(" in name:
                continue
            if len(words) - cut >= 2 or title.split()[0] in {"King", "Queen", "Emperor", "Pope"}:
                seen[(name, code, title)].append(row["start"])
    for (name, code, title), dates in sorted(seen.items()):
        if " " not in name:
            continue
        if title.split()[0] not in {"King", "Queen", "Emperor", "Pope"} and code not in EAST_ASIA:
            given[name.split()[0]] += 1
        people.add(name, code, [], [(title, min(dates), max(dates))], "HistoryAtState visits")


def add_appointments(people: People, given: Counter) -> None:
    with (FACTS / "us-state-history/appointments.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = row["person"].replace("’", "'")
            given[name.split()[0]] += 1
            begin = row["start"] or row["appointed"]
            if row["kind"] == "chief-of-mission" and begin < "1995":
                continue
            if begin < "1900" and row["role"] != "Secretary of State":
                continue
            if row["kind"] == "principal-officer" and not re.search(r"Secretary of State|Counselor|Director of Policy|U\.S\. Trade|Administrator", row["role"]):
                continue
            role = row["role"].split(",")[0]
            role = role.replace("Ambassador Extraordinary and Plenipotentiary", f"Ambassador to {row['country']}") if row["kind"] == "chief-of-mission" else role
            role = role.replace("of the U.S.A. ", "").replace("U.S. ", "US ")
            role = re.sub(r" \(.*\)", "", role)
            aliases = []
            parts = name.replace(",", "").split()
            suffixed = [p for p in parts if p not in {"Jr.", "Sr.", "II", "III", "IV"}]
            if len(suffixed) > 2 and all(len(p.strip(".")) <= 1 for p in suffixed[1:-1]):
                aliases.append(f"{suffixed[0]} {suffixed[-1]}")
            elif len(suffixed) == 3 and suffixed[1].lower() not in PARTICLES:
                aliases += [f"{suffixed[0]} {suffixed[-1]}", f"{suffixed[0]} {suffixed[1][0]}. {suffixed[-1]}"]
            people.add(name, "USA", aliases, [(role, begin, row["end"])], "HistoryAtState appointments")


def main() -> None:
    people, given = People(), Counter()
    add_phoenix(people, given)
    add_visits(people, given)
    add_appointments(people, given)
    with (DATA / "gazetteer/leaders.csv").open("w", newline="", encoding="utf-8") as out:
        out.write("# Made by compile/leaders.py from the Open Event Data Alliance's dictionaries (MIT) and the Office of the Historian's lists (CC0).\n"
                  "# Offices without title: head of state or government, or the like. Of visitors the dates are those of the first and last visit with the title.\n")
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["key", "label", "names", "country", "offices", "origin"])
        for key in sorted(people.label):
            names = [n for n in people.names[key] if slug(n) != key]
            offices = [f"{title}:{begin}/{end}" for title, begin, end in sorted(people.offices[key], key=lambda office: office[1])]
            table.writerow([f"official.{key}", people.label[key], "|".join(sorted(set(names))[:4]), people.country[key], "|".join(offices), " and ".join(people.origins[key])])
    names = Counter()
    for name, count in given.items():
        plain = name.strip(".,'\"“”")
        if len(plain) > 2 and plain.isalpha() and plain[0].isupper() and plain.lower() not in TITLES and not plain.isupper() and plain not in WORDS:
            names[plain] += count
    (DATA / "given_names.txt").write_text(
        "# Given names of officials. Made by compile/leaders.py from the Open Event Data Alliance's dictionaries (MIT)\n"
        "# and the Office of the Historian's lists (CC0).\n"
        + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    print(len(people.label), "people", sum(map(len, people.offices.values())), "terms", len(names), "given names")


main()
