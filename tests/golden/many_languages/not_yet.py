"""What the expectations of the stories in many languages ask and the program does not reach yet, by name.

Names in letters without case are not found, nor joined over scripts; sentence vectors know no Persian, Hindi, Hebrew
and Greek and little Ukrainian; days and denials told in unlike languages are not held against each other.
"""

NOT_YET: frozenset[str] = frozenset(
    {
        "utterance:river:5_fa",
        "utterance:river:8_hi",
        "utterance:depot:7_el",
        "utterance:depot:8_uk",
        "utterance:recall:5_he",
        "person:river:4_ar",
        "person:river:5_fa",
        "person:river:7_zh",
        "person:river:8_hi",
        "person:depot:7_el",
        "person:recall:2_ja",
        "person:recall:3_ko",
        "person:recall:4_zh",
        "person:recall:5_he",
        "differs:river:date:1_en-6_tr",
        "differs:depot:number:2_de-3_fr",
        "differs:depot:date:1_it-5_nl",
        "differs:depot:attribution:1_it-3_fr",
        "differs:recall:date:1_en-7_es",
        "differs:recall:polarity:1_en-7_es",
    }
)
