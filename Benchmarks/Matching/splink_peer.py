#!/usr/bin/env python3
"""Links a list of companies, or of persons, with Splink 4 on DuckDB, as its manual advises.

    splink_peer.py companies|persons IN.csv OUT.csv [THREADS]

Reads, normalises and matches: m by expectation maximisation over several blocking rules, u by random sampling, term
frequencies on names and places. OUT says `id,cluster`; times and memory go to stderr as JSON.
"""
import json
import resource
import sys
import time

import duckdb
import pandas
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from words import CITIES, TRADITIONAL

FORMS = ("股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司")
LATIN_FORMS = ("co ltd|pty ltd|pte ltd|ltd|limited|plc|inc|llc|corp|co")


def companies(path):
    """What a page of SQL makes of the file: width, case, traditional letters, legal forms, places, digits, domains."""
    simplified = {}
    for simple, complicated in TRADITIONAL.items():
        simplified[complicated] = simple
    old, new = "".join(simplified), "".join(simplified.values())
    places = "|".join(city["name"] for city in CITIES)
    connection = duckdb.connect()
    return connection.sql(f"""
        WITH raw AS (SELECT * FROM read_csv('{path}', all_varchar = true, header = true)),
        cleaned AS (
            SELECT *, trim(regexp_replace(translate(nfc_normalize(lower(translate(name,
                '（）　０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，＆',
                '() 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,&'))), '{old}', '{new}'),
                '[.,()&?]', ' ', 'g')) AS cleaned
            FROM raw),
        named AS (
            SELECT *, CASE WHEN regexp_matches(cleaned, '[一-龥]') THEN replace(cleaned, ' ', '')
                ELSE regexp_replace(cleaned, ' +', ' ', 'g') END AS full_name FROM cleaned),
        formless AS (
            SELECT *, regexp_replace(full_name, '({FORMS}| ({LATIN_FORMS}))$', '') AS formless FROM named)
        SELECT id, nullif(full_name, '') AS full_name,
            nullif(regexp_replace(formless, '^({places})市?', ''), '') AS core,
            nullif(upper(credit_code), '') AS code, nullif(regexp_replace(city, '市$', ''), '') AS city,
            nullif(right(regexp_replace(regexp_replace(phone, '-[0-9]{{3}}$', ''), '[^0-9]', '', 'g'), 8), '') AS phone,
            nullif(right(regexp_replace(mobile, '[^0-9]', '', 'g'), 8), '') AS mobile,
            nullif(lower(email), '') AS email,
            nullif(regexp_replace(regexp_replace(lower(website), '^(https?://)?(www\\.)?', ''), '/.*$', ''), '') AS site,
            nullif(replace(translate(address, '號 ', '号'), '區', '区'), '') AS address, nullif(contact, '') AS contact
        FROM formless""").df()


def company_settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("code"), block_on("phone"), block_on("mobile"), block_on("email"), block_on("site"),
            block_on("core"), block_on("substr(core, 1, 2)", "city"), block_on("substr(core, 3, 4)", "city")],
        comparisons=[
            cl.JaroWinklerAtThresholds("core", [0.95, 0.88, 0.8]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("full_name"),
            cl.LevenshteinAtThresholds("code", [2]),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            cl.ExactMatch("mobile"), cl.ExactMatch("email"), cl.ExactMatch("site"),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("address", [0.95, 0.85]), cl.ExactMatch("contact")],
        retain_matching_columns=False, retain_intermediate_calculation_columns=False)


COMPANY_TRAINING = [block_on("code"), block_on("core", "city"), block_on("phone"), block_on("email")]


def persons(path):
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False).map(lambda cell: cell.strip() or None)
    return frame


def person_settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"), block_on("given_name", "surname"), block_on("surname", "date_of_birth"),
            block_on("given_name", "date_of_birth"), block_on("date_of_birth", "postcode"),
            block_on("surname", "postcode"), block_on("address_1", "street_number")],
        comparisons=[
            cl.JaroWinklerAtThresholds("given_name", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("date_of_birth", [1, 2]), cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.JaroWinklerAtThresholds("address_1", [0.92, 0.8]), cl.ExactMatch("street_number"),
            cl.JaroWinklerAtThresholds("suburb", [0.92]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("postcode", [1])],
        retain_matching_columns=False, retain_intermediate_calculation_columns=False)


PERSON_TRAINING = [block_on("soc_sec_id"), block_on("given_name", "surname"), block_on("date_of_birth")]


def main():
    kind, path, out = sys.argv[1:4]
    id_column = "id" if kind == "companies" else "rec_id"
    start = time.time()
    frame = companies(path) if kind == "companies" else persons(path)
    settings = company_settings() if kind == "companies" else person_settings()
    settings.unique_id_column_name = id_column
    connection = duckdb.connect()
    if len(sys.argv) > 4:
        connection.execute(f"SET threads TO {sys.argv[4]}")
    linker = Linker(frame, settings, db_api=DuckDBAPI(connection))
    first = COMPANY_TRAINING[0] if kind == "companies" else PERSON_TRAINING[0]
    linker.training.estimate_probability_two_random_records_match([first], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in COMPANY_TRAINING if kind == "companies" else PERSON_TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predictions = linker.inference.predict(threshold_match_probability=0.5)
    answers = {}
    for threshold in (0.8, 0.95, 0.99, 0.999):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
        answers[threshold] = clusters.as_pandas_dataframe()[[id_column, "cluster_id"]]
    seconds = time.time() - start
    for threshold, answer in answers.items():
        answer.columns = ["id", "cluster"]
        answer.to_csv(f"{out}.{threshold}" if threshold != 0.95 else out, index=False)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"wall_s": round(seconds, 2), "cpu_s": round(usage.ru_utime + usage.ru_stime, 2),
                      "peak_mb": usage.ru_maxrss // 1024}), file=sys.stderr)


if __name__ == "__main__":
    main()
