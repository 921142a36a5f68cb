"""Kazakh inflection, forwards: every form of a noun or a verb with what the sounds do. Used by learn_rules.py."""

VOWELS = "аәеёиоөуұүыіэюя"
BACK, FRONT = "аоұыёюя", "әөүіеэ"
VOICELESS = "кқпстфхһцчшщбвгд"  # б в г д end loans only and are spoken voiceless
AMBIGUOUS_END = "кгьл"  # банктің, педагогтің, октябрьдің, роль → either harmony
AUXILIARIES = {"тұр", "жүр", "отыр", "жатыр"}  # these alone have a present without -а: жүрсің
VOICED_BY_VOWEL = {"қ": "ғ", "к": "г", "п": "б"}


def harmonies(stem):
    """The vowel rows that endings may take: "b"ack, "f"ront or both."""
    for letter in reversed(stem):
        if letter == "ю" and any(vowel in BACK + FRONT for vowel in stem[: stem.rindex("ю")]):
            continue  # the vowel before it decides: көркеюі, but азаюы
        if letter in BACK:
            return "bf" if stem[-1] in AMBIGUOUS_END or stem.endswith(("ев", "в")) else "b"
        if letter in FRONT:
            return "bf" if stem.endswith(("ев", "ель", "рь")) else "f"
        if letter == "и" or (letter == "у" and stem[-1] != "у" and stem[-2] != "у"):
            return "bf"  # ресурстар, субъектілер: loans take either
    return "bf"


def shift(ending, harmony):
    """An ending written with back vowels, in the row of `harmony`."""
    return ending if harmony == "b" else ending.translate(str.maketrans("аығқ", "еігк"))


def final_class(stem):
    """v(owel), r (р й л у и, glides), n (м н ң), z (з ж), t (voiceless)."""
    last = stem[-1]
    if last in "рйлуию":
        return "r" if last not in "ю" else "v"
    if last in "мнң":
        return "n"
    if last in "зж":
        return "z"
    return "t" if last in VOICELESS else "v"


def cases(stem):
    """(ending, tag) after a stem that ends as it is written; back vowels."""
    end = final_class(stem)
    glide = stem[-1] in "уи"
    dative = "қа" if end == "t" else "ға"
    genitive = "ның" if end in "vn" else "тың" if end == "t" else "дың"
    accusative = "ны" if end == "v" else "ты" if end == "t" else "ды"
    locative = "та" if end == "t" else "да"
    ablative = "нан" if end == "n" else "тан" if end == "t" else "дан"
    if glide:
        genitive, accusative = "дың", "ды"
    endings = [genitive, dative, accusative, locative, ablative, locative + "ғы", locative + "ғыдай", locative + "мыз"]
    return endings + [locative + "ғылар" + case for case in ("", "дың", "ға", "ды", "да", "дан", "ы")]


def instrumental(stem):
    end = final_class(stem)
    return "бен" if end == "z" else "пен" if end == "t" else "мен"


def plural(stem):
    end = final_class(stem)
    return "лар" if end in "vr" and stem[-1] != "л" else "тар" if end == "t" else "дар"


def possessed(stem):
    """(form, person) of the singular possessives; the third person is "3"."""
    last = stem[-1]
    for harmony in harmonies(stem):
        if last in VOWELS and last not in "уи":
            yield stem + "м", "1"
            yield stem + "ң", "2"
            yield stem + shift("ңыз", harmony), "2p"
            yield stem + shift("мыз", harmony), "1p"
            yield stem + shift("сы", harmony), "3"
            continue
        bases = [stem]
        if last in VOICED_BY_VOWEL:
            bases = [stem[:-1] + VOICED_BY_VOWEL[last]]
            if last != "қ":
                bases.append(stem)  # loans keep theirs: банкі
        if last == "ь" or stem.endswith("сс"):
            bases.append(stem[:-1])  # стиль → стилі, процесс → процесі
        # халық → халқы, орын → орны, ауыз → аузы: a narrow vowel before the last consonant drops.
        if len(stem) >= 4 and stem[-2] in "ыі" and stem[-3] not in VOWELS.replace("у", "") and last in "қкнрзслп":
            bases.append(stem[:-2] + last)
        for base in bases:
            yield base + shift("ым", harmony), "1"
            yield base + shift("ың", harmony), "2"
            yield base + shift("ыңыз", harmony), "2p"
            yield base + shift("ымыз", harmony), "1p"
            yield base + shift("ы", harmony), "3"


def after_whose(form):
    """Case endings behind -нікі, which harmony leaves alone: менікі, менікінен."""
    yield form
    for ending in ("н", "не", "нде", "нен", "нің", "мен", "ндей"):
        yield form + ending


def after_possessive(form, person):
    harmony = harmonies(form)[0]
    yield form
    if person == "3":
        endings = ["н", "на", "нда", "нан", "ның", "мен", "ндағы", "ндағылар", "ндағыларды", "ндағылардың", "нша", "ндай", "ндамыз"]
    elif person in ("1", "2"):
        endings = ["ды", "а", "да", "нан", "ның", "мен", "дағы", "дай"]
    else:
        endings = ["ды", "ға", "да", "дан", "дың", "бен", "дағы", "дай"]
    for ending in endings:
        yield form + (ending if ending in ("мен", "бен") else shift(ending, harmony))


def bare_cases(stem):
    yield stem
    if stem.endswith("басы"):
        yield from after_possessive(stem, "3")  # отбасы (family) keeps the possessive that it was made with
    for harmony in harmonies(stem):
        for ending in cases(stem):
            yield stem + shift(ending, harmony)
    yield stem + instrumental(stem)


def nominal_forms(stem, predicates=True):
    """Plural → possessive → case, and the endings of a predicate."""
    if len(stem) < 2:
        return
    stems = [stem] + [stem + shift(plural(stem), harmony) for harmony in harmonies(stem)]
    for base in stems:
        yield from bare_cases(base)
        for form, person in possessed(base):
            yield from after_possessive(form, person)
    if not predicates:
        return
    end = final_class(stem)
    for harmony in harmonies(stem):
        first = "пын" if end == "t" else "бын" if end == "z" else "мын"
        for ending in (first, "сың", "сыз", ("п" if end == "t" else "б" if end == "z" else "м") + "ыз", "ша", "дай" if end != "t" else "тай"):
            yield stem + shift(ending, harmony)
        for base in stems:
            yield from after_whose(base + {"t": "т", "v": "н"}.get(final_class(base), "д") + "ікі")
        vowel = stem[-1] in VOWELS and stem[-1] not in "уи"
        base = stem if vowel else verb_base(stem)
        yield base + shift("рақ" if vowel else "ырақ", harmony)
    yield stem + instrumental(stem) + "ен"


def verb_base(stem):
    """The stem before a vowel: шық → шығ, тап → таб; before -у and -ып п becomes у."""
    return stem[:-1] + VOICED_BY_VOWEL[stem[-1]] if stem[-1] in VOICED_BY_VOWEL else stem


def verbal_nouns(stem):
    if stem[-1] in "ыі":
        return [stem[:-1] + "у"]
    if stem[-1] == "п":
        return [stem[:-1] + "у", stem[:-1] + "бу"]  # тап → тауып, but табу
    if stem[-1] == "й":
        return [stem[:-1] + "ю", stem + "у"]
    return [verb_base(stem) + "у"]


def verb_forms(stem):
    """Every finite form, participle, converb and verbal noun, affirmative and negative."""
    if len(stem) < 2:
        return
    for harmony in harmonies(stem)[:1] if harmonies(stem) != "bf" else "bf":
        for noun in verbal_nouns(stem):
            yield from nominal_forms(noun, predicates=False)
            yield from nominal_forms(noun + shift("шы", harmony))
        end = final_class(stem)
        vowel = stem[-1] in VOWELS and stem[-1] != "у"
        negation = "ма" if end in "vr" else "па" if end == "t" else "ба"
        yield from tenses(stem, harmony, vowel, end)
        negative = stem + shift(negation, harmony)
        yield negative  # do not
        for command in (stem, negative):
            yield command + shift("шы", harmony)
        if stem in AUXILIARIES:
            for ending in ("мын", "мыз", "сың", "сыз"):
                yield stem + shift(ending, harmony)
        yield from nominal_forms(negative + "у", predicates=False)
        yield from tenses(negative, harmony, True, "v")
        future = stem + shift(negation + "с", harmony)
        yield from nominal_forms(future)


def tenses(stem, harmony, vowel, end):
    voiceless = end == "t"
    past = ("қ" if voiceless else "ғ") + "ан"
    yield from nominal_forms(stem + shift(past, harmony))
    for ending in ("ша", "дай", "бын", "быз"):
        yield stem + shift(past + ending, harmony)
    yield from nominal_forms(stem + shift(past + "дық", harmony), predicates=False)
    for ending in ("сы", "м"):
        yield stem + shift(("қ" if voiceless else "ғ") + "ы" + ending, harmony)
    definite = ("т" if voiceless else "д") + "ы"
    for ending in ("", "м", "ң", "ңыз", "ңдар", "ңыздар"):
        yield stem + shift(definite + ending, harmony)
    yield stem + shift(("т" if voiceless else "д") + "ық", harmony)
    for ending in ("са", "сам", "саң", "саңыз", "сақ", "саңдар", "саңыздар", "сашы", "саңшы"):
        yield stem + shift(ending, harmony)
    # Present, converb, habitual: й after a vowel, which melts with ы/і before it; й + а is я.
    if vowel:
        presents = [stem[:-1] + "и" if stem[-1] in "ыі" else stem + "й"]
    elif stem[-1] == "й":
        presents = [stem[:-1] + "я"] if harmony == "b" else [stem[:-1] + "йе"]
    elif stem[-1] == "у":
        presents = [stem + shift("а", harmony)]
    else:
        presents = [verb_base(stem) + shift("а", harmony)]
    for present in presents:
        for ending in ("", "ды", "мын", "мыз", "сың", "сыз", "сыңдар", "сыздар"):
            yield present + shift(ending, harmony)
        yield from nominal_forms(present + shift("тын", harmony))
        yield from nominal_forms(present + shift("тындық", harmony), predicates=False)
        yield present + "м"
        yield present + shift("тұғын", "b")
    if vowel:
        yield stem + "п"
        for ending in ("пты", "птым", "псың", "псыз", "пты"):
            yield stem + shift(ending, harmony)
        # Nominal endings stand behind -ар and -мас only: көздері is көз-дер-і, never көзде-р-і.
        for ending in ("р", "рмын", "рмыз", "рсың", "рсыз"):
            yield stem + shift(ending, harmony)
        commands = ["йын", "йік" if harmony == "f" else "йық", "ңыз", "ңдар", "ңіздер" if harmony == "f" else "ңыздар"]
    else:
        base = stem[:-1] + "у" if stem[-1] == "п" else verb_base(stem)
        yield base + shift("ып", harmony)
        yield verb_base(stem) + shift("ысымен", harmony)  # көрісімен: as soon as … saw
        for ending in ("ыпты", "ыптым", "ыпсың", "ыпсыз"):
            yield base + shift(ending, harmony)
        yield from nominal_forms(verb_base(stem) + shift("ар", harmony))
        commands = ["айын", "айық", "ыңыз", "ыңдар", "ыңыздар"]
        for ending in commands:
            yield verb_base(stem) + shift(ending, harmony)
        commands = []
    for ending in commands:
        yield stem + shift(ending, harmony)
    yield stem + shift("сын", harmony)
    yield stem + shift(("қ" if voiceless else "ғ") + "анша", harmony)
    yield stem + shift(("қ" if voiceless else "ғ") + "алы", harmony)
    intended = stem + shift(("п" if voiceless else "м" if end in "vr" else "б") + "ақ", harmony)
    yield from nominal_forms(intended)
    yield intended + shift("шы", harmony)


def passive(stem):
    """The passive stems of a verb: бер → беріл, қара → қарал, сал → салын."""
    for harmony in harmonies(stem)[:1]:
        if stem[-1] == "и":
            yield stem + "ыл"
            yield stem + "іл"
        elif stem[-1] in VOWELS and stem[-1] != "у":
            if len(stem) == 2:
                yield stem + shift("лін", harmony)  # де → делін
            yield stem + ("н" if "л" in stem[-3:] else "л")
            yield stem + "л"
        elif stem[-1] == "л" or stem.endswith(("ла", "ле")):
            yield stem + shift("ын", harmony)
        else:
            yield verb_base(stem) + shift("ыл", harmony)
