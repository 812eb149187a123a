-- grain: macros, one per column type: what an officer writes → the value it means, null when it means none
create macro arabic_digits(raw) as translate(raw, '๐๑๒๓๔๕๖๗๘๙', '0123456789');

create macro plain_number(raw) as replace(replace(arabic_digits(raw), ',', ''), ' ', '');

create macro to_text(raw) as raw;

create macro to_integer(raw) as case
    when contains(raw, '.') or try_cast(raw as bigint) is null
    then case
        when try_cast(plain_number(raw) as double) = floor(try_cast(plain_number(raw) as double))
            and abs(try_cast(plain_number(raw) as double)) < 1e15
        then try_cast(plain_number(raw) as double)::bigint
    end
    else try_cast(raw as bigint)
end;

create macro to_decimal(raw) as case
    when isfinite(coalesce(try_cast(raw as double), try_cast(plain_number(raw) as double)))
    then coalesce(try_cast(raw as double), try_cast(plain_number(raw) as double))
end;

create macro common_era(buddhist_or_common_year) as
    buddhist_or_common_year - case when buddhist_or_common_year >= 2400 then 543 else 0 end;

create macro to_year(raw) as common_era(to_integer(raw));

-- Excel drops the leading zero of a code and adds ".0" to it.
create macro to_code(raw, digits) as case
    when length(raw) = digits and try_cast(raw as ubigint) is not null then raw
    else case
        when regexp_full_match(regexp_replace(plain_number(raw), '\.0+$', ''), '\d+')
            and length(regexp_replace(plain_number(raw), '\.0+$', '')) = digits
        then regexp_replace(plain_number(raw), '\.0+$', '')
    end
end;

create macro month_number(raw) as case
    when regexp_matches(raw, 'ม\.?ค\.|มกราคม|(?i)\bjan') then 1
    when regexp_matches(raw, 'ก\.?พ\.|กุมภาพันธ์|(?i)\bfeb') then 2
    when regexp_matches(raw, 'มี\.?ค\.|มีนาคม|(?i)\bmar') then 3
    when regexp_matches(raw, 'เม\.?ย\.|เมษายน|(?i)\bapr') then 4
    when regexp_matches(raw, 'พ\.?ค\.|พฤษภาคม|(?i)\bmay') then 5
    when regexp_matches(raw, 'มิ\.?ย\.|มิถุนายน|(?i)\bjun') then 6
    when regexp_matches(raw, 'ก\.?ค\.|กรกฎาคม|(?i)\bjul') then 7
    when regexp_matches(raw, 'ส\.?ค\.|สิงหาคม|(?i)\baug') then 8
    when regexp_matches(raw, 'ก\.?ย\.|กันยายน|(?i)\bsep') then 9
    when regexp_matches(raw, 'ต\.?ค\.|ตุลาคม|(?i)\boct') then 10
    when regexp_matches(raw, 'พ\.?ย\.|พฤศจิกายน|(?i)\bnov') then 11
    when regexp_matches(raw, 'ธ\.?ค\.|ธันวาคม|(?i)\bdec') then 12
end;

-- A two-digit year is the Buddhist one an officer writes: 62 is 2562.
create macro written_year(digits) as common_era(
    case when length(digits) = 2 then 2500 + try_cast(digits as bigint) else try_cast(digits as bigint) end
);

create macro date_of_parts(year_number, month_value, day_number) as
    try_cast(format('{:04d}-{:02d}-{:02d}', year_number, month_value, day_number) as date);

create macro written_date(raw) as case
    when regexp_matches(raw, '^\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T].*)?$') then date_of_parts(
        written_year(regexp_extract(raw, '^(\d{4})', 1)),
        try_cast(regexp_extract(raw, '^\d{4}[-/](\d{1,2})', 1) as bigint),
        try_cast(regexp_extract(raw, '^\d{4}[-/]\d{1,2}[-/](\d{1,2})', 1) as bigint)
    )
    when regexp_matches(raw, '^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})$') then date_of_parts(
        written_year(regexp_extract(raw, '(\d+)$', 1)),
        try_cast(regexp_extract(raw, '^\d{1,2}[-/.](\d{1,2})', 1) as bigint),
        try_cast(regexp_extract(raw, '^(\d{1,2})', 1) as bigint)
    )
    when regexp_matches(raw, '^\d{1,2}\s*\D+(\d{4}|\d{2})$') then date_of_parts(
        written_year(regexp_extract(raw, '(\d+)$', 1)),
        month_number(raw),
        try_cast(regexp_extract(raw, '^(\d{1,2})', 1) as bigint)
    )
end;

create macro to_date(raw) as case
    when year(try_cast(raw as date)) < 2400 then try_cast(raw as date)
    else written_date(arabic_digits(raw))
end;

create macro written_month(raw) as case
    when regexp_matches(raw, '^\d{4}[-/]\d{1,2}$') then date_of_parts(
        written_year(regexp_extract(raw, '^(\d{4})', 1)),
        try_cast(regexp_extract(raw, '(\d{1,2})$', 1) as bigint),
        1
    )
    when regexp_matches(raw, '^\d{1,2}[-/](\d{4})$') then date_of_parts(
        written_year(regexp_extract(raw, '(\d{4})$', 1)),
        try_cast(regexp_extract(raw, '^(\d{1,2})', 1) as bigint),
        1
    )
    when regexp_matches(raw, '^\D+(\d{4}|\d{2})$')
    then date_of_parts(written_year(regexp_extract(raw, '(\d+)$', 1)), month_number(raw), 1)
    else date_trunc('month', written_date(raw))::date
end;

create macro to_month(raw) as written_month(arabic_digits(raw));

create macro to_boolean(raw) as case lower(raw)
    when 'true' then true when 'false' then false
    when '1' then true when '0' then false
    when 'yes' then true when 'no' then false
    when 'ใช่' then true when 'ไม่ใช่' then false
    when 'มี' then true when 'ไม่มี' then false
    when '๑' then true when '๐' then false
end;
