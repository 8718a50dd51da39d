"""Identifiers with their check digits."""

USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def org_code(dice):
    """GB 11714: eight characters and a check character."""
    body = "MA" + "".join(dice.pick("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(6))
    total = sum("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(c) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    check = 11 - total % 11
    return body + {10: "X", 11: "0"}.get(check, str(check))


def credit_code(dice, division, kind="91"):
    """统一社会信用代码: registration department and type, division, organisation code, check character."""
    body = kind + division + org_code(dice)
    total = sum(USCC.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + USCC[(31 - total % 31) % 31]


def wrong_check_digit(code):
    return code[:-1] + USCC[(USCC.index(code[-1]) + 7) % 31]


def salesforce_id(prefix, number):
    """An 18-character id: object prefix, instance, serial number in base 62, three characters for the case."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    serial = ""
    number = 7_301 * number + 190_000
    for _ in range(7):
        serial = digits[number % 62] + serial
        number //= 62
    short = prefix + "5g000" + serial
    suffix = ""
    for start in (0, 5, 10):
        bits = sum(1 << i for i, c in enumerate(short[start:start + 5]) if c.isupper())
        suffix += "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits]
    return short + suffix
