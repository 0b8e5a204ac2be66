"""Sentences for fixtures: invented clause-like Swedish. No real clause is quoted here."""

from __future__ import annotations

from random import Random


def _bank(*lines: str) -> list[str]:
    return [phrase for line in lines for phrase in line.split("|")]


SUBJECTS = _bank(
    "Förbundet|Samordningsförbundet|Styrelsen|Beredningsgruppen|Samverkansrådet|Kansliet|Medlemmarna",
    "Parterna|De finansierande huvudmännen|Verksamheten|Den gemensamma lokala ledningen|Förbundschefen",
)
MODALS = [
    "ska",
    "kan",
    "bör",
    "får",
    "skall",
    "har till uppgift att",
    "ska verka för att",
    "ska bidra till att",
    "ansvarar för att",
]
VERBS = _bank(
    "stödja|samordna|finansiera|pröva|utveckla|utvärdera|sprida|förankra|beställa|kartlägga|bevaka",
    "initiera|stärka|underlätta|planera|dokumentera|följa|samla|beskriva|bekosta|granska|synliggöra",
    "främja|fördjupa",
)
OBJECTS = _bank(
    "tidiga bedömningar|arbetslivsinriktad rehabilitering|lokala mötesplatser|metoder för delaktighet",
    "gemensamma kunskapsunderlag|nya arbetssätt|en sammanhållen planering",
    "erfarenheter från pågående projekt|stödformer nära arbetsplatsen|förebyggande hälsoarbete",
    "årliga uppföljningar|brukarnas inflytande|kompetensutveckling för handläggare|tillfälliga försök",
    "varaktiga strukturer|en väg in till stödet|kontakter med arbetsgivare|utbildning i bemötande",
    "digitala kontaktvägar|anpassade praktikplatser|insatser för unga vuxna|stöd till föräldrar",
    "vägledning på flera språk|samtal om framtiden|gränsöverskridande team|rutiner för överlämning",
    "skuldrådgivning|sociala företag|en lägesbild av behoven|ekonomiska analyser|flerpartsmöten",
    "språkstöd|motiverande gruppverksamhet|återgång i arbete",
)
TARGETS = _bank(
    "personer i yrkesför ålder|unga som varken arbetar eller studerar|långtidssjukskrivna",
    "nyanlända kvinnor|den som har nedsatt arbetsförmåga|invånare med sammansatta problem",
    "deltagare med psykisk ohälsa|kommunernas invånare|människor som står långt från arbetsmarknaden",
    "patienter med långvarig smärta|anhöriga|personer med funktionsnedsättning",
    "dem som uppbär försörjningsstöd|målgrupper som annars faller mellan stolarna",
)
PURPOSES = _bank(
    "så att vägen tillbaka blir kortare|i syfte att korta väntetiderna",
    "för att motverka rundgång mellan myndigheter|med målet att öka sysselsättningen",
    "så att resurserna används bättre|för att ingen ska lämnas utanför|i syfte att minska ohälsotalen",
    "med respekt för varje parts ansvar|så att erfarenheterna tas till vara",
    "för att skapa tilltro till den egna förmågan|så att var och en kan försörja sig själv",
    "med utgångspunkt i den enskildes mål|för att pröva vad som fungerar",
    "så att besluten vilar på kunskap|i syfte att likvärdigt stöd ges i hela upptagningsområdet",
    "med hänsyn till barnens situation",
)
ADVERBS = _bank(
    "inom ramen för tilldelade medel|i hela länet|under mandatperioden|på lika villkor|utan dröjsmål",
    "enligt en årlig plan|tillsammans med civilsamhället|efter samråd med kommunerna",
    "över sektorsgränserna|genom tillfälliga avtal|med stöd av forskning|vid behov",
    "på de orter där behoven är störst",
)
OPENINGS = _bank(
    "Härutöver|Vidare|Dessutom|I första hand",
    "Vid behov|Varje år|Inom området|För detta ändamål",
)
FRAMES = _bank(
    "Förbundet ska verka för|Förbundet ska bidra till|Samordningsförbundet ska främja",
    "Förbundets ändamål är att stödja|Insatserna ska syfta till|Förbundet ska särskilt beakta",
)
SPARE = _bank(
    "kvartalsvis|öppenhet|årsmöte|geografisk|inflytande|barmhärtig|budgetår|kommunallag|trygghet",
    "remiss|utsedd|ersättare|protokoll|närvaro|arvode|skyndsamt|revisor|delegera|boende|skolgång",
    "fritid|kultur|vatten|kollektivtrafik|frivillig|öppna|varsam|rimlig|ständig|tvärgående|lokal",
    "regional|nationell|stabil|hållbar|modig|tydlig|enkel|förnya|bygga|mäta|prova|lära|dela|bjuda",
    "hjälpa|vårda|söka|hitta|leda|ordna|värna|vilken|därefter|ofta|ibland|snarast|numera|gemensamt",
    "enskilt|parallellt|löpande",
)
BANKS = (OBJECTS, TARGETS, PURPOSES, ADVERBS, MODALS)

Words = list[str]


def other_word(random: Random) -> str:
    """Give a word to write instead: a new one, or one that clauses are full of anyway."""
    if random.random() < 0.5:
        return random.choice(SPARE)
    return random.choice(random.choice(random.choice(BANKS)).split())


def tokens_of(text: str) -> Words:
    """Cut fixture text into words and punctuation."""
    found: Words = []
    for piece in text.split():
        tail = []
        while piece and piece[-1] in ",.;:":
            tail.append(piece[-1])
            piece = piece[:-1]
        found.extend([piece, *reversed(tail)] if piece else reversed(tail))
    return found


def sentence(random: Random) -> Words:
    """Invent a sentence of some eight to thirty words."""
    subject, modal, verb = random.choice(SUBJECTS), random.choice(MODALS), random.choice(VERBS)
    parts = [f"{subject} {modal} {verb} {random.choice(OBJECTS)}"]
    shape = random.randrange(6)
    if shape in (0, 3):
        parts.append(f"och {random.choice(VERBS)} {random.choice(OBJECTS)}")
    if shape in (1, 3, 4):
        parts.append(f"för {random.choice(TARGETS)}")
    if shape in (2, 4):
        parts.append(random.choice(ADVERBS))
    if shape != 2 or random.random() < 0.5:
        parts.append(random.choice(PURPOSES))
    text = " ".join(parts)
    if shape == 5:
        opening = random.choice(OPENINGS)
        text = (
            f"{opening} {modal.split()[0]} {subject[0].lower() + subject[1:]} {verb} {random.choice(OBJECTS)}"
        )
        text += f", {random.choice(OBJECTS)} och {random.choice(OBJECTS)} {random.choice(ADVERBS)}"
    return [*tokens_of(text), "."]


def boilerplate(random: Random) -> Words:
    """Invent a sentence with one of a few frames that return in every clause."""
    text = f"{random.choice(FRAMES)} {random.choice(OBJECTS)}"
    if random.random() < 0.6:
        text += f" för {random.choice(TARGETS)}"
    if random.random() < 0.3:
        text += f" {random.choice(PURPOSES)}"
    return [*tokens_of(text), "."]


def clause(random: Random, size: int, frames: float = 0.0) -> list[Words]:
    """Invent a clause of `size` different sentences; `frames` is the share with a boilerplate frame."""
    found: list[Words] = []
    while len(found) < size:
        made = boilerplate(random) if random.random() < frames else sentence(random)
        if made not in found:
            found.append(made)
    return found
