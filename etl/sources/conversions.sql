-- grain: macros: what an officer writes → the value it means, null when it means none of its type
-- plain_<type> reads the usual form quickly, written_<type> any other form that people use.
-- Signs that nobody sees, Thai vowels typed in two parts or before their tone, tones typed twice.
create or replace temp macro seen(raw) as regexp_replace(
    regexp_replace(
        replace(nfc_normalize(
            regexp_replace(
                raw,
                '[\x{00AD}\x{061C}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}]',
                '', 'g'
            )
        ), 'เเ', 'แ'),
        'ํ([่-๋]?)า', '\1ำ', 'g'
    ),
    '(่)่+|(้)้+|(๊)๊+|(๋)๋+', '\1\2\3\4', 'g'
);

-- An apostrophe in front is how Excel is told that digits are a text.
create or replace temp macro bare(raw) as regexp_extract(
    seen(raw),
    '(?s)^[\s\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]*[''’]?'
    || '[\s\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]*(.*?)'
    || '[\s\x{00A0}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]*$', 1
);

-- A lone dash is how a Thai form is left empty.
create or replace temp macro is_blank(raw) as coalesce(bare(raw), '') in ('', '-');

create or replace temp macro arabic_digits(raw) as translate(bare(raw), '๐๑๒๓๔๕๖๗๘๙', '0123456789');

-- Baht before or behind, or the dash for no satang: ฿1,500, 1,500 บาท, 1,500.-
create or replace temp macro without_baht(raw) as
    regexp_replace(arabic_digits(raw), '^฿\s*|\s*(฿|บาท|baht|\.-)$', '', 'g');

-- A comma that does not part thousands may be a decimal one: 1500,5 is no number here.
create or replace temp macro bare_number(raw) as case
    when regexp_full_match(without_baht(raw), '-?\d{1,3}(,\d{3})+(\.\d*)?')
    then replace(without_baht(raw), ',', '')
    else without_baht(raw)
end;

create or replace temp macro bare_code(raw) as replace(bare_number(raw), ' ', '');

create or replace temp macro plain_text(raw) as case
    when unicode(raw) > 32 and unicode(raw) not in (39, 160, 8217) and raw <> '-'
        -- A text of ASCII signs alone has as many bytes as signs, and nothing to be mended.
        and (strlen(raw) = length(raw) or not regexp_matches(
            raw,
            '[\x{00AD}\x{0300}-\x{036F}\x{061C}\x{2000}-\x{200F}\x{202A}-\x{202F}\x{205F}-\x{206F}]'
            || '|[\x{3000}\x{FE00}-\x{FE0F}\x{FEFF}]|เเ|ํ[่-๋]?า|่่|้้|๊๊|๋๋'
        ))
        and not (
            suffix(raw, ' ') or suffix(raw, chr(9)) or suffix(raw, chr(10)) or suffix(raw, chr(13))
            or suffix(raw, chr(160))
        )
    then raw
end;

create or replace temp macro written_text(raw) as case when not is_blank(raw) then bare(raw) end;

-- The cast alone would also take 1_000, 0x1f and 2.5.
create or replace temp macro plain_integer(raw) as case
    when cast(try_cast(raw as bigint) as varchar) = raw then try_cast(raw as bigint)
end;

create or replace temp macro written_integer(raw) as case
    when regexp_full_match(bare_number(raw), '-?\d{1,15}(\.0*)?')
    then cast(try_cast(bare_number(raw) as double) as bigint)
end;

create or replace temp macro plain_decimal(raw) as case
    when isfinite(try_cast(raw as double)) and not contains(raw, '_') then try_cast(raw as double)
end;

create or replace temp macro written_decimal(raw) as case
    when regexp_full_match(bare_number(raw), '-?\d{1,15}(\.\d*)?')
    then try_cast(bare_number(raw) as double)
end;

create or replace temp macro common_era(buddhist_or_common_year) as
    buddhist_or_common_year - case when buddhist_or_common_year >= 2400 then 543 else 0 end;

create or replace temp macro plain_year(raw) as case when plain_integer(raw) < 2400 then plain_integer(raw) end;

create or replace temp macro written_year(raw) as common_era(written_integer(raw));

create or replace temp macro plain_code(raw, digits) as case
    when length(raw) = digits and try_cast(raw as ubigint) is not null
        and regexp_full_match(raw, '\d+')
    then raw
end;

-- Excel takes a code for a number and adds ".0" to it.
create or replace temp macro written_code(raw, digits) as case
    when length(regexp_extract(bare_code(raw), '^(\d+)(\.0*)?$', 1)) = digits
    then regexp_extract(bare_code(raw), '^(\d+)(\.0*)?$', 1)
end;

-- What a date says beside its figures: the month alone, without dots, blanks and the era's name.
create or replace temp macro month_word(raw) as regexp_replace(
    lower(raw), '^วันที่|เดือน|พ\.?ศ\.?|ค\.?ศ\.?|\d+(st|nd|rd|th)?|[\s.,/-]|\x{00A0}', '', 'g'
);

create or replace temp macro month_number(raw) as case month_word(raw)
    when 'มค' then 1 when 'มกราคม' then 1 when 'jan' then 1 when 'january' then 1
    when 'กพ' then 2 when 'กุมภาพันธ์' then 2 when 'feb' then 2 when 'february' then 2
    when 'มีค' then 3 when 'มีนาคม' then 3 when 'mar' then 3 when 'march' then 3
    when 'เมย' then 4 when 'เมษายน' then 4 when 'apr' then 4 when 'april' then 4
    when 'พค' then 5 when 'พฤษภาคม' then 5 when 'may' then 5
    when 'มิย' then 6 when 'มิถุนายน' then 6 when 'jun' then 6 when 'june' then 6
    when 'กค' then 7 when 'กรกฎาคม' then 7 when 'jul' then 7 when 'july' then 7
    when 'สค' then 8 when 'สิงหาคม' then 8 when 'aug' then 8 when 'august' then 8
    when 'กย' then 9 when 'กันยายน' then 9 when 'sep' then 9 when 'september' then 9 when 'sept' then 9
    when 'ตค' then 10 when 'ตุลาคม' then 10 when 'oct' then 10 when 'october' then 10
    when 'พย' then 11 when 'พฤศจิกายน' then 11 when 'nov' then 11 when 'november' then 11
    when 'ธค' then 12 when 'ธันวาคม' then 12 when 'dec' then 12 when 'december' then 12
end;

-- Two digits are the Buddhist year an officer writes: 62 is 2562. Below 44 they could as well be
-- 20xx, and are refused.
create or replace temp macro year_of_digits(digits) as common_era(case
    when length(digits) = 4 then try_cast(digits as bigint)
    when try_cast(digits as bigint) >= 44 then 2500 + try_cast(digits as bigint)
end);

create or replace temp macro date_of_parts(year_number, month_value, day_number) as
    try_cast(format('{:04d}-{:02d}-{:02d}', year_number, month_value, day_number) as date);

-- Excel counts days since 30 December 1899; 20000 to 60000 are 1954 to 2064, and no other form of
-- a date has five digits alone.
create or replace temp macro date_of_serial(raw) as case
    when regexp_full_match(raw, '[2-5]\d{4}(\.0+)?')
    then date '1899-12-30' + cast(regexp_extract(raw, '^(\d+)', 1) as integer)
end;

create or replace temp macro date_of_digits(raw) as case
    when regexp_matches(raw, '^\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T].*)?$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '^(\d{4})', 1)),
        try_cast(regexp_extract(raw, '^\d{4}[-/](\d{1,2})', 1) as bigint),
        try_cast(regexp_extract(raw, '^\d{4}[-/]\d{1,2}[-/](\d{1,2})', 1) as bigint)
    )
    when regexp_matches(raw, '^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '(\d+)$', 1)),
        try_cast(regexp_extract(raw, '^\d{1,2}[-/.](\d{1,2})', 1) as bigint),
        try_cast(regexp_extract(raw, '^(\d{1,2})', 1) as bigint)
    )
    when regexp_matches(raw, '^(วันที่\s*)?\d{1,2}\D+(\d{4}|\d{2})$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '(\d+)$', 1)),
        month_number(raw),
        try_cast(regexp_extract(raw, '(\d{1,2})', 1) as bigint)
    )
    when regexp_matches(raw, '^[A-Za-z]+\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+\d{4}$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '(\d+)$', 1)),
        month_number(raw),
        try_cast(regexp_extract(raw, '(\d{1,2})', 1) as bigint)
    )
end;

-- The cast alone would also take "epoch" and "infinity".
create or replace temp macro plain_date(raw) as case
    when length(raw) = 10 and year(try_cast(raw as date)) < 2400 then try_cast(raw as date)
end;

-- Excel writes the time of day beside a date even where there is none.
create or replace temp macro without_time(raw) as regexp_replace(
    arabic_digits(raw), '(?i)(.{6})[\sT,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(\s*(am|pm|น\.?))?$', '\1'
);

-- A list of one is how a macro works something out once and names it.
create or replace temp macro written_date(raw) as coalesce(
    list_transform([without_time(raw)], lambda words: date_of_digits(words))[1],
    date_of_serial(arabic_digits(raw))
);

create or replace temp macro month_of_digits(raw) as case
    when regexp_matches(raw, '^\d{4}[-/]\d{1,2}$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '^(\d{4})', 1)),
        try_cast(regexp_extract(raw, '(\d{1,2})$', 1) as bigint),
        1
    )
    when regexp_matches(raw, '^\d{1,2}[-/]\d{4}$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '(\d{4})$', 1)),
        try_cast(regexp_extract(raw, '^(\d{1,2})', 1) as bigint),
        1
    )
    when regexp_matches(raw, '^\D+(\d{4}|\d{2})$') then date_of_parts(
        year_of_digits(regexp_extract(raw, '(\d+)$', 1)), month_number(raw), 1
    )
    else cast(date_trunc('month', date_of_digits(raw)) as date)
end;

create or replace temp macro plain_month(raw) as case
    when length(raw) = 7 and year(try_cast(raw || '-01' as date)) < 2400
    then try_cast(raw || '-01' as date)
end;

create or replace temp macro written_month(raw) as
    list_transform([without_time(raw)], lambda words: month_of_digits(words))[1];

create or replace temp macro plain_boolean(raw) as case raw when 'true' then true when 'false' then false end;

-- An `in` list of this length would become a join, done for every row, plain or not.
create or replace temp macro written_boolean(raw) as case lower(arabic_digits(raw))
    when 'true' then true when 'false' then false
    when '1' then true when '0' then false
    when 'yes' then true when 'no' then false
    when 'y' then true when 'n' then false
    when 'ใช่' then true when 'ไม่ใช่' then false
    when 'มี' then true when 'ไม่มี' then false
    when 'ไม่' then false
end;
