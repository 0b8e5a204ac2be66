"""Real clauses, and pairs of them labelled by hand. Public decisions and statutes, quoted to the letter.

A label names the passages that stand in both texts and are the same words, in the order of the new text.
It is one person's reading and was made before the figures were taken, but not before the method was
written.
"""

from __future__ import annotations

from .corpus import Case, Span
from .metrics import words

LAW_2004 = (
    "Finansiell samordning enligt denna lag får inom ett samordningsområde bedrivas mellan "
    "Försäkringskassan, länsarbetsnämnd, kommun och landsting för att uppnå en effektiv "
    "resursanvändning. Ett samordningsområde kan omfatta en eller flera kommuner eller delar av "
    "kommuner.\n\n"
    "Insatserna inom den finansiella samordningen skall avse individer som är i behov av samordnade "
    "rehabiliteringsinsatser och skall syfta till att dessa uppnår eller förbättrar sin förmåga att "
    "utföra förvärvsarbete."
)
LAW_2007 = (
    "Finansiell samordning enligt denna lag får inom ett samordningsområde bedrivas mellan "
    "Försäkringskassan, Arbetsförmedlingen, kommun och landsting för att uppnå en effektiv "
    "resursanvändning. Ett samordningsområde kan omfatta en eller flera kommuner eller delar av "
    "kommuner.\n\n"
    "Insatserna inom den finansiella samordningen skall avse individer som är i behov av samordnade "
    "rehabiliteringsinsatser och skall syfta till att dessa uppnår eller förbättrar sin förmåga att "
    "utföra förvärvsarbete."
)
LAW_2010 = (
    "Finansiell samordning enligt denna lag får inom ett samordningsområde bedrivas mellan "
    "Försäkringskassan, Arbetsförmedlingen, kommun och landsting för att uppnå en effektiv "
    "resursanvändning. Ett samordningsområde kan omfatta en eller flera kommuner eller delar av "
    "kommuner. Kommunerna kan vara belägna inom olika landsting.\n\n"
    "Insatserna inom den finansiella samordningen skall avse individer som är i behov av samordnade "
    "rehabiliteringsinsatser och skall syfta till att dessa uppnår eller förbättrar sin förmåga att "
    "utföra förvärvsarbete."
)
HALLAND = (
    "Förbundets ändamål är att inom det geografiska område som omfattas av Falkenbergs, Halmstads, "
    "Hylte, Laholms, Varbergs och Kungsbackas kommuner svara för en finansiell samordning inom "
    "rehabiliteringsområdet mellan Försäkringskassan, Arbetsförmedlingen, Region Halland och "
    "medlemskommunerna i syfte att underlätta och uppnå en effektiv resursanvändning. De samordnade "
    "resurserna ska användas för samordnade bedömningar och insatser som syftar till att den "
    "enskilde ska få eller förbättra sin förmåga att förvärvsarbeta."
)
VASTRA = (
    "Förbundets ändamål är att inom det geografiska området för kommunerna Boxholm, Mjölby, Motala, "
    "Vadstena och Ödeshög svara för en finansiell samordning inom rehabiliteringsområdet mellan "
    "Arbetsförmedlingen, Försäkringskassan, Region Östergötland och kommunerna i syfte att "
    "underlätta och uppnå en effektiv resursanvändning. Resurserna ska användas för samordnade "
    "bedömningar och insatser som syftar till att den enskilde ska få eller förbättra sin förmåga "
    "att förvärvsarbeta. Samordningsförbundets målgrupp är personer vars behov ger kunskap för att "
    "dels bygga gemensamma insatser som kan möta behoven hos enskilda, men också förutsättningar för"
    " huvudmännen att arbeta med förbättringar i ordinarie verksamhetsstrukturer. Förbundets ändamål"
    " är att bidra till systemutveckling som säkrar funktioner och samverkansformer som är hållbara "
    "över tid och som främjar individers bästa utifrån individers behov av samordnad rehabilitering."
    " Samordningsförbundet utgör en gemensam plattform som ska underlätta samverkan mellan "
    "huvudmännen, en kunskap om varandras uppdrag och en möjlighet att gemensamt utveckla insatser "
    "för medborgare som har behov av att samhället mobiliserar gemensamma resurser. "
    "Samordningsförbundets budget utgör ram och begränsning för vad som kan finansieras. "
    "Samordningsförbundet har förutsättningar att utgöra en arena för huvudmännens kunskapsutbyte, "
    "som kan bidra till systemutveckling, vilket inte begränsas av de ekonomiska ramarna."
)
OSTRA = (
    "Förbundets ändamål är att inom det geografiska området för kommunerna Finspång, Norrköping, "
    "Söderköping och Valdemarsvik svara för finansiell samordning inom rehabiliteringsområdet mellan"
    " Arbetsförmedlingen, Försäkringskassan, Region Östergötland och kommunerna i syfte att "
    "underlätta och uppnå en effektiv resursanvändning. Resurserna ska användas till att den "
    "enskilde ska få eller förbättra sin förmåga att förvärvsarbeta.\n\n"
    "Samordningsförbundets målgrupp är personer vars behov ger kunskap för att dels bygga gemensamma"
    " insatser som kan möta behoven hos enskilda, men också förutsättningar för huvudmännen att "
    "arbeta med förbättringar i ordinarie verksamhetsstrukturer.\n\n"
    "Förbundets ändamål är att bidra till systemutveckling som säkrar funktioner och "
    "samverkansformer som är hållbara över tid och som främjar individens bästa utifrån individens "
    "behov av samordnad rehabilitering.\n\n"
    "Samordningsförbundet utgör en gemensam plattform som ska underlätta samverkan mellan "
    "huvudmännen, en kunskap om varandras uppdrag och en möjlighet att gemensamt utveckla insatser "
    "för medborgare som har behov av att samhället mobiliserar gemensamma resurser.\n\n"
    "Samordningsförbundets budget utgör ram och begränsning för vad som kan finansieras. "
    "Samordningsförbundet har förutsättningar att utgöra en arena för huvudmännens kunskapsutbyte, "
    "som kan bidra till systemutveckling, vilket inte begränsas av de ekonomiska ramarna."
)
UMEA = (
    "Förbundets ändamål är att inom Umeå, Vännäs, Vindelns, Nordmalings, Robertsfors och Bjurholms "
    "kommuners geografiska område svara för finansiell samordning inom rehabiliteringsområdet mellan"
    " Försäkringskassan, Arbetsförmedlingen, Västerbottens läns landsting och kommunerna i syfte är "
    "att underlätta och uppnå en effektiv resursanvändning. I detta ligger att bidra till "
    "systemutveckling som säkrar funktioner och samverkansformer som är hållbara över tid och som "
    "främjar individens bästa utifrån dennes behov av samordnad rehabilitering. Resurserna ska "
    "användas för samordnade bedömningar och insatser som syftar till att den enskilde ska få eller "
    "förbättra sin förmåga att förvärvsarbeta.\n\n"
    "Samverkan inom Samordningsförbundet är för människor vars behov ger kunskap för att dels bygga "
    "gemensamma insatser som kan möta behoven hos enskilda, men också förutsättningar för "
    "huvudmännen att arbeta med förbättringar i ordinarie verksamhetsstrukturer.\n\n"
    "Samordningsförbundet utgör en gemensam plattform som ska underlätta samverkan mellan "
    "huvudmännen, en kunskap om varandras uppdrag och en möjlighet att gemensamt utveckla insatser "
    "för människor som har behov av att samhället mobiliserar gemensamma resurser.\n\n"
    "Samordningsförbundets budget utgör ram och begränsning för vad som kan finansieras. "
    "Samordningsförbundet har förutsättningar att utgöra en arena för huvudmännens kunskapsutbyte, "
    "som kan bidra till systemutveckling, vilket inte begränsas av de ekonomiska ramarna.\n\n"
    "Samordningsförbundet ska främja lika rättigheter och möjligheter för människor och motverka "
    "diskriminering kopplat till kön, könsidentitet eller könsuttryck, etnisk tillhörighet, religion"
    " eller annan trosuppfattning, sexuell läggning, funktionsnedsättning eller ålder."
)
NORRA_VASTMANLAND = (
    "Förbundets ändamål är att genom finansiell samordning underlätta eller förbättra möjligheterna "
    "för individer som är i behov av samordnade rehabiliteringsinsatser så att dessa ska kunna "
    "förbättra sin förmåga att utföra ett förvärvsarbete och därigenom stärka sin möjlighet till "
    "egen försörjning.\n\n"
    "Förbundet ska också arbeta för en effektiv användning av gemensamma resurser och främja en "
    "positiv utveckling av verksamheten."
)

Passage = str | tuple[str, int, int]
"""A passage, or with it which of its places in the old and the new text is meant (from 0)."""

PAIRS: dict[str, tuple[str, str, tuple[Passage, ...]]] = {
    "Östra 2017 till Umeåregionen 2019": (
        OSTRA,
        UMEA,
        (
            "Förbundets ändamål är att inom",
            "svara för finansiell samordning inom rehabiliteringsområdet mellan",
            "Försäkringskassan",
            "Arbetsförmedlingen",
            "och kommunerna i syfte",
            "att underlätta och uppnå en effektiv resursanvändning",
            "att bidra till systemutveckling som säkrar funktioner och samverkansformer"
            " som är hållbara över tid"
            " och som främjar individens bästa utifrån",
            "behov av samordnad rehabilitering",
            "Resurserna ska användas",
            "till att den enskilde ska få eller förbättra sin förmåga att förvärvsarbeta",
            "vars behov ger kunskap för att dels bygga gemensamma insatser som kan möta"
            " behoven hos enskilda, men"
            " också förutsättningar för huvudmännen att arbeta med förbättringar i"
            " ordinarie verksamhetsstrukturer",
            "Samordningsförbundet utgör en gemensam plattform som ska underlätta samverkan"
            " mellan huvudmännen, en"
            " kunskap om varandras uppdrag och en möjlighet att gemensamt utveckla insatser för",
            "som har behov av att samhället mobiliserar gemensamma resurser",
            "Samordningsförbundets budget utgör ram och begränsning för vad som kan finansieras."
            " Samordningsförbundet har förutsättningar att utgöra en arena för"
            " huvudmännens kunskapsutbyte, som kan"
            " bidra till systemutveckling, vilket inte begränsas av de ekonomiska ramarna",
        ),
    ),
    "Västra 2015 till Östra 2017": (
        VASTRA,
        OSTRA,
        (
            "Förbundets ändamål är att inom det geografiska området för kommunerna",
            ("och", 0, 0),
            "svara för",
            "finansiell samordning inom rehabiliteringsområdet mellan Arbetsförmedlingen, Försäkringskassan,"
            " Region Östergötland och kommunerna i syfte att underlätta och uppnå en"
            " effektiv resursanvändning",
            "Resurserna ska användas",
            "till att den enskilde ska få eller förbättra sin förmåga att förvärvsarbeta",
            "Samordningsförbundets målgrupp är personer vars behov ger kunskap för att dels bygga gemensamma"
            " insatser som kan möta behoven hos enskilda, men också förutsättningar för"
            " huvudmännen att arbeta med"
            " förbättringar i ordinarie verksamhetsstrukturer",
            "Förbundets ändamål är att bidra till systemutveckling som säkrar funktioner"
            " och samverkansformer som är"
            " hållbara över tid och som främjar",
            "bästa utifrån",
            "behov av samordnad rehabilitering",
            "Samordningsförbundet utgör en gemensam plattform som ska underlätta samverkan"
            " mellan huvudmännen, en"
            " kunskap om varandras uppdrag och en möjlighet att gemensamt utveckla"
            " insatser för medborgare som har"
            " behov av att samhället mobiliserar gemensamma resurser",
            "Samordningsförbundets budget utgör ram och begränsning för vad som kan finansieras."
            " Samordningsförbundet har förutsättningar att utgöra en arena för"
            " huvudmännens kunskapsutbyte, som kan"
            " bidra till systemutveckling, vilket inte begränsas av de ekonomiska ramarna",
        ),
    ),
    "Halland 2012 till Västra 2015": (
        HALLAND,
        VASTRA,
        (
            "Förbundets ändamål är att inom det geografiska",
            ("och", 0, 0),
            "svara för en finansiell samordning inom rehabiliteringsområdet mellan",
            "Arbetsförmedlingen",
            "Försäkringskassan",
            "Region",
            ("och", 1, 1),
            "i syfte att underlätta och uppnå en effektiv resursanvändning",
            "resurserna",
            "ska användas för samordnade bedömningar och insatser som syftar till att den"
            " enskilde ska få eller"
            " förbättra sin förmåga att förvärvsarbeta",
        ),
    ),
    "Lagen 2004 till 2007": (
        LAW_2004,
        LAW_2007,
        (
            "Finansiell samordning enligt denna lag får inom ett samordningsområde"
            " bedrivas mellan Försäkringskassan,",
            LAW_2004[LAW_2004.index(", kommun och landsting") + 2 :],
        ),
    ),
    "Lagen 2007 till 2010": (LAW_2007, LAW_2010, tuple(LAW_2007.split("\n\n"))),
}


def real_cases() -> list[Case]:
    """Give the labelled pairs as cases."""
    return [
        Case(
            "real", name, old, new, tuple(link for passage in passages for link in _links(old, new, passage))
        )
        for name, (old, new, passages) in PAIRS.items()
    ]


def _links(old: str, new: str, passage: Passage) -> list[tuple[Span, Span]]:
    text, old_place, new_place = passage if isinstance(passage, tuple) else (passage, 0, 0)
    left, right = _find(old, text, old_place), _find(new, text, new_place)
    return list(zip(left, right, strict=True))


def _find(text: str, passage: str, place: int) -> list[Span]:
    """Give the spans of the words of the passage's place in the text, case apart."""
    wanted = [passage[a:b].casefold() for a, b in words(passage)]
    spans = words(text)
    found = [text[a:b].casefold() for a, b in spans]
    places = [k for k in range(len(found) - len(wanted) + 1) if found[k : k + len(wanted)] == wanted]
    return spans[places[place] : places[place] + len(wanted)]
