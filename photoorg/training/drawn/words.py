"""What the drawn pages say: names, sentences, prices and dates, invented, from one generator."""

from __future__ import annotations

import random

PEOPLE = (
    "Anna Berg",
    "Tomas Novak",
    "Mei Lin",
    "Sofia Rossi",
    "Jonas Weber",
    "Priya Nair",
    "Ben Carter",
    "Lucia Gomez",
    "Omar Haddad",
    "Ella Smith",
    "Noah Brown",
    "Ines Costa",
    "Yuki Tanaka",
    "Leo Martin",
)
PLACES = ("Lisbon", "Oslo", "Kyoto", "Porto", "Vienna", "Bergen", "Granada", "Turin", "Leeds", "Utrecht")
COMPANIES = (
    "Northwind Supplies",
    "Blue Harbour Ltd",
    "Greenfield Dairy",
    "Atlas Print",
    "Kestrel & Sons",
    "Morning Bakery",
    "Hilltop Dental",
    "City Water Works",
    "Juniper Books",
    "Oak Street Garage",
)
SHOPS = (
    "CORNER MARKET",
    "FRESH & CO",
    "MORNING BAKERY",
    "CITY PHARMACY",
    "GREEN GROCER",
    "CAFE AURORA",
    "HARDWARE DEPOT",
    "NOODLE BAR",
    "BOOK CORNER",
    "PETROL PLUS",
    "MEGA MART",
    "TRATTORIA ROMA",
)
GOODS = (
    "Milk 1L",
    "Bread",
    "Bananas kg",
    "Eggs x12",
    "Coffee",
    "Butter",
    "Tomatoes",
    "Pasta 500g",
    "Rice 1kg",
    "Apples kg",
    "Olive oil",
    "Cheese",
    "Yoghurt",
    "Water 6x",
    "Soap",
    "Paper towel",
    "Chicken",
    "Salmon",
    "Orange juice",
    "Chocolate",
    "Batteries AA",
    "Espresso",
    "Croissant",
    "Green tea",
    "Lamp",
    "Screws M4",
)
TOPICS = (
    "budget",
    "roadmap",
    "launch",
    "hiring plan",
    "quarterly review",
    "holiday rota",
    "office move",
    "customer survey",
    "website",
    "warehouse",
    "training day",
    "travel policy",
    "school trip",
    "garden",
)
_NOUNS = (
    "team",
    "report",
    "meeting",
    "delivery",
    "invoice",
    "order",
    "room",
    "customer",
    "server",
    "ticket",
    "project",
    "contract",
    "draft",
    "train",
    "parcel",
    "photo",
    "kitchen",
    "bridge",
    "market",
    "river",
)
_VERBS = (
    "needs",
    "shows",
    "moved",
    "missed",
    "changed",
    "finished",
    "sent",
    "checked",
    "started",
    "found",
    "closed",
    "answered",
    "carried",
    "repaired",
    "counted",
    "printed",
    "signed",
    "forgot",
)
_ADJECTIVES = (
    "new",
    "last",
    "small",
    "early",
    "final",
    "open",
    "quiet",
    "late",
    "second",
    "missing",
    "red",
    "local",
    "heavy",
    "simple",
    "annual",
    "weekly",
)
_TAILS = (
    "before Friday",
    "this morning",
    "for the next week",
    "with no change",
    "at the front desk",
    "in the second half of the year",
    "as agreed on the phone",
    "and asked for a copy",
    "near the old station",
    "by the end of the month",
    "on Tuesday at ten",
)
_CHATS = (
    "ok!",
    "on my way",
    "did you see this?",
    "haha",
    "lunch?",
    "great, thanks",
    "sounds good to me",
    "can you send the file again",
    "meeting moved to 3",
    "happy birthday!!",
    "who has the key?",
    "running 10 min late",
    "that looks wrong",
    "done, please review",
    "see you tomorrow",
)


def sentence(rng: random.Random) -> str:
    """A sentence with a capital and a full stop, and no meaning."""
    subject = f"{rng.choice(('the', 'our', 'a', 'every'))} {rng.choice(_ADJECTIVES)} {rng.choice(_NOUNS)}"
    thing = f"the {rng.choice((*_ADJECTIVES, ''))} {rng.choice(_NOUNS)}".replace("  ", " ")
    return f"{subject} {rng.choice(_VERBS)} {thing} {rng.choice(_TAILS)}.".capitalize()


def prose(rng: random.Random, sentences: int) -> str:
    """That many sentences in a row."""
    return " ".join(sentence(rng) for _ in range(sentences))


def phrase(rng: random.Random) -> str:
    """Two or three words: a bullet, a label, a subject line."""
    forms = (
        f"{rng.choice(_ADJECTIVES)} {rng.choice(_NOUNS)}",
        f"{rng.choice(TOPICS)} {rng.choice(_NOUNS)}",
        f"{rng.choice(_NOUNS)} {rng.choice(_TAILS)}",
        f"{rng.choice(TOPICS)}",
    )
    return rng.choice(forms).capitalize()


def heading(rng: random.Random) -> str:
    """Two or three short words, for a title that must fit."""
    return rng.choice((f"{rng.choice(_ADJECTIVES)} {rng.choice(_NOUNS)}", rng.choice(TOPICS))).capitalize()


def message(rng: random.Random) -> str:
    """What one writes in a chat: often a word or two, sometimes a sentence."""
    return rng.choice(_CHATS) if rng.random() < 0.6 else sentence(rng)


def identifier(rng: random.Random) -> str:
    """A name as programs and files have: lower case, perhaps with an underscore."""
    return f"{rng.choice(_VERBS)}_{rng.choice(_NOUNS)}" if rng.random() < 0.5 else rng.choice(_NOUNS)


def price(rng: random.Random, top: float = 60) -> float:
    """An amount up to `top`, with cents."""
    return round(rng.uniform(0.4, top), 2)


def clock(rng: random.Random) -> str:
    """A time of day."""
    return f"{rng.randint(7, 22)}:{rng.randint(0, 59):02d}"


def date(rng: random.Random) -> str:
    """A day of the years 2016 to 2025, in one of three notations."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2016, 2025)
    return rng.choice((f"{day:02d}/{month:02d}/{year}", f"{year}-{month:02d}-{day:02d}", f"{day}.{month}.{year}"))
