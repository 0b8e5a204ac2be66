"""The Swedish sentences: for each kind of problem what is wrong, and how it is mended."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # the file
    "symlink": ("filen är en genväg till något annat", "lägg själva filen här i stället"),
    "not_a_file": ("det här är ingen vanlig fil", "ta bort den"),
    "unreadable": ("filen går inte att läsa", "kontrollera att den får läsas"),
    "too_large": ("filen är större än {most} kB", "dela upp den eller ta bort det som inte hör hit"),
    "not_utf8": ("filen är inte sparad som UTF-8", "spara om den med teckenkodningen UTF-8"),
    "not_text": (
        "filen är ett dokument eller en bild, inte en text",
        "spara uppgifterna som ren text; en paragraf läses in med ”ramberattelser ny ändamål --ur FIL”",
    ),
    "lfs_pointer": (
        "filen är en hänvisning till Git LFS, inte själva filen",
        "lägg in filens text; Git LFS används inte här",
    ),
    "long_line": ("raden är längre än {most} tecken", "dela upp texten i stycken med en tom rad emellan"),
    "empty_file": ("filen är tom", "fyll i den eller ta bort den"),
    # its characters
    "hidden_character": (
        "ett osynligt tecken ({given}) står i texten",
        "ta bort tecknet och skriv mellanslaget på nytt",
    ),
    "lost_character": (
        "ett tecken har gått förlorat och blivit �",
        "skriv rätt bokstav, och spara filen som UTF-8",
    ),
    "mangled_character": (
        "en bokstav har förvanskats till ”{given}”",
        "skriv rätt bokstav; filen har öppnats med fel teckenkodning, så spara den som UTF-8",
    ),
    "decomposed": ("bokstaven ”{given}” är lagrad som två tecken", "skriv den på nytt från tangentbordet"),
    "tab": ("raden är indragen med tabb", "byt tabben mot två mellanslag för varje nivå"),
    "merge_marker": (
        "märken från en sammanslagning står kvar",
        "välj den ena texten och ta bort raderna med <<<<<<<, ======= och >>>>>>>",
    ),
    # the YAML
    "anchor": (
        "märket &{given} (ankare) används inte här",
        "skriv ut texten där den ska stå; börja inte värden med &",
    ),
    "alias": (
        "hänvisningen *{given} (alias) används inte här",
        "skriv ut texten, eller sätt värden som börjar med * inom citattecken",
    ),
    "tag": (
        "taggen {given} används inte här",
        "ta bort taggen, eller sätt värden som börjar med ! inom citattecken",
    ),
    "second_document": (
        "filen innehåller ett dokument till",
        "ta bort raden med --- och det som följer, eller gör en egen fil",
    ),
    "duplicate_key": ("fältet ”{given}” står två gånger, först på rad {first}", "behåll det ena"),
    "duplicate_list": (
        "fältet ”{given}” står två gånger, först på rad {first}",
        "flytta det som står under det till det första, och ta bort raden",
    ),
    "empty_key": ("före kolonet står inget fältnamn", "skriv fältets namn före kolonet"),
    "key_not_text": ("ett fältnamn är en lista eller en grupp", "skriv fältnamnet som vanlig text"),
    "too_deep": (
        "uppgifterna är nästlade i mer än {most} nivåer",
        "flytta ut det innersta; formatet har högst sju nivåer",
    ),
    "too_many": ("filen har mer än {most} uppgifter", "dela upp den eller ta bort det som inte hör hit"),
    "comment_after": (
        "# gör resten av raden till en kommentar",
        "sätt hela värdet inom citattecken, eller lägg kommentaren på en egen rad",
    ),
    "not_mapping": ("filen börjar inte med ett fältnamn", "börja med ett fält, till exempel ”titel: …”"),
    # what cannot be read as YAML
    "syntax": ("raden går inte att läsa som YAML", "jämför med en fil som fungerar; se sidan Bidra"),
    "colon_in_value": (
        "ett kolon följt av mellanslag står inne i värdet",
        'sätt hela värdet inom citattecken, till exempel titel: "Ändamål: ett försök"',
    ),
    "indent_after_value": (
        "raden är indragen under ett fält som redan har ett värde",
        "låt raden börja i samma kolumn som fältet ovanför",
    ),
    "typographic_quotes": (
        "citattecknet {given} är inte rakt, och då räknas det som en bokstav",
        'skriv raka citattecken först och sist i värdet: "…"',
    ),
    "code_fence": ("raden hör inte till filen", "ta bort raderna som börjar med ```"),
    "after_value": (
        "efter värdet står något mer på samma rad",
        "sätt hela värdet inom ett enda par citattecken, av den sort (' eller \") som inte står i det",
    ),
    "reserved_character": (
        "ett värde kan inte börja med {given}",
        "sätt hela värdet inom citattecken",
    ),
    "first_character": ("ett värde kan inte börja med {given}", "sätt hela värdet inom citattecken"),
    "block_sign": (
        "efter {given} får inget mer stå på raden",
        "börja texten på nästa rad, eller sätt hela värdet inom citattecken",
    ),
    "missing_colon": (
        "raden saknar kolon efter fältnamnet, eller är fel indragen",
        "skriv ”fält: värde”, eller dra in raden under sitt fält",
    ),
    "field_or_text": (
        "raden saknar kolon efter fältnamnet, eller hör till texten ovanför",
        "skriv ”fält: värde”, eller dra in raden lika mycket som texten ovanför",
    ),
    "text_outdented": (
        "raden hör till texten efter |, men är inte indragen som den",
        "dra in alla rader av texten lika mycket, två mellanslag mer än fältets namn",
    ),
    "block_missing": (
        "raden ovanför har ett kolon och läses därför som ett fält",
        "skriv | efter fältnamnets kolon, så att raderna under det blir en enda text",
    ),
    "hard_space": (
        "ett hårt mellanslag står där ett vanligt ska stå",
        "ta bort det och skriv mellanslaget på nytt",
    ),
    "colon_without_space": (
        "efter kolonet saknas ett mellanslag",
        "skriv ”fält: värde”, med mellanslag efter kolonet",
    ),
    "dash_without_space": (
        "efter bindestrecket saknas ett mellanslag",
        "börja varje rad i listan med ett bindestreck och ett mellanslag",
    ),
    "other_dash": (
        "raden börjar med {given} där ett bindestreck ska stå",
        "börja varje rad i listan med - och ett mellanslag",
    ),
    "first_indented": (
        "filens första rad är indragen",
        "låt alla fält som inte hör under ett annat börja längst till vänster",
    ),
    "indent": (
        "indraget stämmer inte med raderna ovanför",
        "låt fält på samma nivå börja i samma kolumn",
    ),
    "list_indent": (
        "indraget i listan stämmer inte",
        "låt alla bindestreck i listan börja i samma kolumn",
    ),
    "list_in_value": (
        "ett listtecken (-) står där ingen lista kan börja",
        "börja listan på en ny rad under fältet",
    ),
    "unclosed_quote": ("ett citattecken avslutas aldrig", "sätt ett likadant citattecken efter värdet"),
    "unclosed_bracket": (
        "en lista eller grupp inom [ ] eller {{ }} avslutas aldrig",
        "lägg till ] eller }}, eller sätt värdet inom citattecken",
    ),
    "stray_bracket": (
        "tecknet {given} står där ett värde ska börja",
        "ta bort det, eller sätt värdet inom citattecken",
    ),
    "escape": (
        "ett omvänt snedstreck står inom citattecken",
        "använd enkla citattecken ' ' eller skriv \\\\",
    ),
    "directive": ("raden börjar med %", "ta bort raden, eller sätt värdet inom citattecken"),
    "after_end": (
        "något står efter slutet på uppgifterna",
        "ta bort det, eller dra in raden under sitt fält",
    ),
    # values
    "missing": ("fältet saknas", "lägg till ”{name}: …”"),
    "extra_forbidden": ("fältet finns inte i formatet", "{suggestion}"),
    "outdented": (
        "fältet hör hemma under det tomma fältet ovanför",
        "dra in raden två mellanslag till",
    ),
    "reference_unquoted": (
        "ett värde som börjar med [[ läses som en lista",
        "sätt hela värdet inom citattecken, eller skriv | och börja texten på nästa rad, indragen",
    ),
    "none": ("fältet är tomt", "fyll i det, eller ta bort raden om uppgiften inte behövs"),
    "none_in_list": ("raden i listan är tom", "fyll i den, eller ta bort strecket"),
    "outer_space": ("värdet börjar eller slutar med ett mellanslag", "ta bort det innanför citattecknet"),
    "string_type": ("här ska stå en text", "skriv en text, inte en lista eller en grupp av fält"),
    "string_too_long": ("texten är längre än {max_length} tecken", "korta den"),
    "string_pattern_mismatch": ("”{given}” har fel form", "{pattern_help}"),
    "tuple_type": (
        "här ska stå en lista",
        "börja varje rad i listan med ett bindestreck och ett mellanslag",
    ),
    "too_short": ("listan har för få rader ({actual_length})", "den ska ha minst {min_length}"),
    "model_type": ("här ska stå en grupp av fält", "skriv fälten på egna rader, indragna under ”{name}:”"),
    "entry_type": (
        "raden i listan ska vara en grupp av fält",
        "skriv fälten på egna rader efter bindestrecket, som ”fält: värde”",
    ),
    "literal_error": ("”{given}” är inget av de tillåtna värdena", "välj {expected}"),
    "empty": ("texten är tom", "fyll i den, eller ta bort raden"),
    "one_line": ("texten får bara vara en rad", "skriv den på en rad"),
    "slug": (
        "”{given}” kan inte vara en del av en webbadress",
        "använd a–z, 0–9 och bindestreck, till exempel ”{suggestion}”",
    ),
    "date": ("”{given}” går inte att läsa som tid ({reason})", "{reason_help}"),
    "day": ("”{given}” är ingen dag", "skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22"),
    "day_year": ("året i ”{given}” kan inte stämma", "skriv ett år mellan 2000 och 2099"),
    "yes_no": ("”{given}” är varken ja eller nej", "skriv ja eller nej"),
    "source_ref": (
        "”{given}” är ingen källhänvisning",
        "skriv källans id, ett komma och var i den, till exempel ”nns-2020, avsnitt 3.1”",
    ),
    "version_ref": (
        "”{given}” pekar inte ut någon lydelse",
        "skriv förbund och version, till exempel ”umearegionen/2019”",
    ),
    "block_kind": (
        "ett stycke ska ha exakt ett av text, citat, utdrag, steg och bild (här: {given})",
        "dela upp stycket, eller lägg till det som saknas",
    ),
    "quote_without_speaker": ("citatet saknar vem som säger det", "lägg till ”av: …”"),
    "excerpt_without_version": (
        "ett utdrag ska ange vilken lydelse det är hämtat ur",
        "ange både ”utdrag” och ”ur”, till exempel ”ur: umearegionen/2019”",
    ),
    "id_without_heading": (
        "stycket har ett id men ingen mellanrubrik som det kan leda till",
        "lägg till ”rubrik: …”, eller ta bort raden med id",
    ),
    # the whole
    "unknown_file": (
        "filen hör inte till formatet",
        "lägg berättelser i narratives/<förbund>/ och paragrafer i clauses/ och låt namnet sluta på .yml",
    ),
    "unknown_place": (
        "filen ligger där ingen fil i formatet ska ligga",
        "lägg berättelser i narratives/<förbund>/ och paragrafer i clauses/, utan fler mappar, "
        "eller ta bort den",
    ),
    "empty_folder": (
        "mappen är tom",
        "skriv forbund.yml i den, till exempel med kommandot ny förbund, eller ta bort mappen",
    ),
    "stray_folder": ("mappen hör inte till formatet", "ta bort den"),
    "other_ending": (
        "filens namn slutar inte på .yml",
        "låt den heta ”{suggestion}”, eller ta bort den om den inte hör hit",
    ),
    "other_kind": (
        "filen ser ut som {looks}, men ligger inte där en sådan ska ligga",
        "flytta den till {place}",
    ),
    "no_known_field": (
        "inget av filens fält hör till formatet",
        "jämför med exemplet på sidan Formatet, /bidra/format/",
    ),
    "missing_file": ("filen saknas", "lägg tillbaka den; webbplatsen behöver den"),
    "bad_file_name": (
        "namnet ”{given}” blir ingen webbadress",
        "använd a–z, 0–9 och bindestreck, till exempel ”{suggestion}”",
    ),
    "reserved_name": ("namnet ”{given}” används till annat på webbplatsen", "välj ett annat namn"),
    "wrong_owner": ("filen säger ”{given}” men heter ”{expected}”", "låt fältet och filnamnet vara lika"),
    "reserved_id": ("id ”{given}” används till annat på webbplatsen", "välj ett annat id"),
    "shared_address": (
        "id ”{given}” ger samma adress som ”{other}”",
        "välj ett annat id, så att de kan skiljas åt",
    ),
    "duplicate_id": ("id ”{given}” är redan använt på rad {first}", "välj ett annat id"),
    "signature_taken": (
        "signaturen ”{given}” används redan i {other}",
        "välj två till fyra andra bokstäver; signaturen står ensam i bilder och tabeller",
    ),
    "short_name_taken": (
        "kortnamnet ”{given}” används redan i {other}",
        "välj ett som skiljer dem åt; kortnamnet står ensamt i listor och jämförelser",
    ),
    "unknown_association": ("förbundet ”{given}” finns inte", "{suggestion}"),
    "unknown_source": ("källan ”{given}” finns inte i kallor.yml", "{suggestion}"),
    "unknown_element": ("byggstenen ”{given}” finns inte i byggstenar.yml", "{suggestion}"),
    "unknown_question": ("frågan ”{given}” finns inte i fragor.yml", "{suggestion}"),
    "unknown_version": ("lydelsen ”{given}” finns inte", "{suggestion}"),
    "unknown_term": ("begreppet ”{given}” finns inte i begrepp.yml", "{suggestion}"),
    "unknown_narrative": ("berättelsen ”{given}” finns inte", "{suggestion}"),
    "repeated": ("”{given}” står två gånger i listan, först på rad {first}", "ta bort den ena raden"),
    "about_itself": (
        "berättelsen handlar redan om sitt eget förbund",
        "ta bort raden; handlar_om är för andra förbund",
    ),
    "source_circle": (
        "källan är omnämnd i sig själv: {circle}",
        "ange den källa som har lästs och där den nämns",
    ),
    "bad_address": (
        "”{given}” är ingen webbadress",
        "skriv en adress som börjar med https://, eller bara namnet på webbplatsen",
    ),
    "address_with_login": (
        "adressen till ”{given}” innehåller inloggningsuppgifter",
        "ta bort det som står före @, och byt lösenordet",
    ),
    "address_local": (
        "adressen till ”{given}” leder inte till en webbplats som alla kan nå",
        "använd den adress som syns utanför det egna nätet",
    ),
    "address_lookalike": (
        "adressen till ”{given}” har bokstäver som kan förväxlas med andra",
        "kopiera adressen på nytt från webbläsaren",
    ),
    "no_text": ("texten är bara ”{given}”", "skriv saknas om lydelsen inte är insamlad, annars hela texten"),
    "code_overlap": (
        "orden ”{given}” är redan kodade på rad {first}",
        "koda samma ord en gång: korta det ena citatet så att de inte överlappar",
    ),
    "quote_not_found": (
        "orden ”{given}” står inte i texten",
        "skriv av dem till punkt och pricka; … står för utelämnade ord",
    ),
    "quote_ambiguous": (
        "orden ”{given}” står på flera ställen i texten",
        "ta med fler ord, så att det bara kan vara ett ställe",
    ),
    "version_without_text": (
        "lydelsen ”{given}” är inte insamlad",
        "hänvisa till en lydelse med text, eller lägg in texten",
    ),
    "period_backwards": (
        "perioden slutar ({end}) före den börjar ({start})",
        "byt plats på tiderna eller rätta den som är fel",
    ),
    "revision_early": (
        "ändringen den {given} är äldre än det som står före den ({other})",
        "skriv ändringarna i tidsordning, efter dagen då uppgifterna publicerades",
    ),
    "after_closing": (
        "perioden ({given}) börjar efter att förbundet upphörde ({end})",
        "rätta perioden, eller perioden under verksamt",
    ),
    "validity_overlap": (
        "giltigheten överlappar lydelsen ”{other}”",
        "rätta från eller till, så att bara en lydelse gäller åt gången",
    ),
    "versions_unordered": (
        "lydelserna står inte i tidsordning: ”{given}” gäller före ”{other}”",
        "lägg den äldsta först",
    ),
    "relation_to_self": ("en lydelse kan inte bygga på sig själv", "peka ut förlagan, eller ta bort raden"),
    "relation_circle": (
        "lydelserna bygger på varandra i en cirkel: {circle}",
        "ta bort den hänvisning som inte stämmer",
    ),
    "missing_with_codes": ("lydelsen saknas men har ändå {given}", "ta bort fältet, eller lägg in texten"),
    "split_word": (
        "ordet ”{whole}” är avstavat vid radens slut",
        "skriv det på samma rad och utan bindestrecket",
    ),
    "stanza_count": (
        "texten har {given} stycken men {listed} paragrafer är angivna",
        "ange en paragraf för varje stycke",
    ),
    # prose
    "raw_html": (
        "texten innehåller HTML ({given})",
        "ta bort taggen; skriv < som ”mindre än” och använd *kursiv* och **fet**",
    ),
    "angle_address": (
        "en adress står inom < > ({given})",
        "ta bort tecknen, eller skriv en länk: [orden som syns](https://…)",
    ),
    "html_in_line": (
        "texten innehåller HTML ({given})",
        "ta bort taggen; fältet visas precis som det står, och < skrivs ”mindre än”",
    ),
    "template_code": (
        "texten innehåller mallkod ({given})",
        "ta bort klamrarna; texten visas precis som den står",
    ),
    "empty_reference": (
        "en hänvisning inom [[ ]] är tom",
        "skriv vad den leder till, till exempel [[umearegionen]] eller [[begrepp:sip]]",
    ),
    "link_without_words": (
        "länken till ”{given}” har inga ord",
        "skriv dem inom hakparenteserna: [orden som syns](https://…)",
    ),
    "emphasis_in_reference": (
        "orden ”{given}” inom [[ ]] visas med sina tecken",
        "sätt tecknen utanför, till exempel *[[umearegionen]]*",
    ),
    "loose_stars": (
        "stjärnorna i ”{given}” syns på sidan",
        "skriv **fet** med lika många på båda sidor, intill orden; efteråt ska ett mellanslag eller "
        "ett skiljetecken stå",
    ),
    "bad_link": (
        "länken ”{given}” leder till en adress som inte tillåts",
        "använd https://…, mailto:… eller [[förbund]]",
    ),
    "markdown": ("{given} används inte i brödtext", "använd stycken, *kursiv*, **fet**, listor och länkar"),
    # hand-written pages
    "front_matter_open": ("sidhuvudet mellan --- avslutas aldrig", "lägg till en rad med --- efter det"),
    "changed_alone": (
        "dagen för den senaste ändringen står utan den första dagen",
        "lägg till ”publicerad: …”, dagen då sidan först lades ut",
    ),
    "change_undated": (
        "vad som har ändrats står utan dagen då det ändrades",
        "lägg till ”ändrad: …”, dagen för ändringen",
    ),
    "change_unsaid": (
        "dagen för den senaste ändringen står utan vad som ändrades",
        "lägg till ”ändrat: …”, vad som ändrades, i en mening",
    ),
    "changed_before": ("{given} är före {other}, då sidan publicerades", "skriv en senare dag"),
    "attribute_list": (
        "ett attribut ({given}) står i texten",
        "ta bort det; {{: #namn }} får stå efter en rubrik",
    ),
    "repeated_anchor": (
        "ankaret ”{given}” står två gånger på sidan, först på rad {first}",
        "välj ett annat namn",
    ),
    "nested_heading": (
        "rubriken ”{given}” står inne i ett citat eller en lista",
        "börja raden med rubrikens #, utanför citat och listor",
    ),
    "nested_deep": ("sidan har för många listor eller citat inuti varandra", "dela upp texten"),
    "macro_inside": (
        "ett makro står inne i en länk eller en bild",
        "ställ makrot för sig, på en egen rad",
    ),
    "same_address": (
        "sidan får samma adress ({given}) som {other}",
        "byt namn på den ena, eller slå ihop dem",
    ),
    "readme_page": (
        "en sida kan inte heta README.md",
        "byt namn på den; en mapps första sida heter index.md",
    ),
    "doc_file": (
        "filen hör inte till webbplatsens sidor",
        "skriv sidor som .md och lägg bilder som .png, .jpg, .webp eller .svg",
    ),
    "picture_too_large": ("bilden är större än {most} MB", "minska den och spara om den"),
    "picture_kind": ("filen är ingen bild av slaget {given}", "spara om bilden, eller ge filen rätt ändelse"),
    "picture_code": (
        "bilden innehåller kod eller hämtar något utifrån ({given})",
        "spara om den som enkel SVG, eller som PNG",
    ),
    "picture_alt": (
        "bilden saknar text för den som inte ser den",
        "beskriv den inom hakparenteserna: ![Vad bilden visar](fil.png)",
    ),
    "picture_elsewhere": ("bilden hämtas från en annan webbplats", "lägg den bland sidorna och länka dit"),
    "unknown_macro": ("makrot ”{given}” finns inte", "{suggestion}"),
    "macro_call": (
        "inom {{{{ }}}} får bara ett makro med färdiga värden stå",
        'skriv till exempel {{{{ tidslinje("umearegionen") }}}}',
    ),
    "macro_values": (
        "makrot ”{given}” har fel antal värden (det tar {most})",
        "skriv dem inom citattecken, med komma emellan",
    ),
    "macro_unknown": ("makrot ”{given}” hittar inte ”{name}”", "kontrollera stavningen"),
}
