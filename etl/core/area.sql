-- grain: one row per province, district, sub-district and village, real or met in the data
create table area as
with village_met as (
    select village_code from household
    union
    select area_code from tpmap_unit where level = 'village'
    union
    select village_code from read_csv($villages, header = true, all_varchar = true)
),

subdistrict_met as (
    select village_code[:6] as area_code from village_met
    union
    select area_code from tpmap_unit where level = 'subdistrict'
),

province_met as (
    select area_code[:2] as province_code from subdistrict_met
    union
    select district_code[:2] from official
),

named as (
    select area_code, level, parent_code, name_th, name_en
    from official_name
    where area_code[:2] in (select province_code from province_met)
),

-- TPMAP counts towns as units of their own, which no register of sub-districts names.
municipal as (
    select
        met.area_code,
        'เทศบาล/ชุมชนเมือง ' || met.area_code as name_th,
        'Municipality / urban community ' || met.area_code as name_en
    from subdistrict_met as met
    anti join named using (area_code)
),

village as (
    select
        met.village_code as area_code,
        municipal.area_code is not null as is_municipal_unit,
        if(municipal.area_code is null, 'หมู่ที่ ', 'ชุมชนที่ ')
        || cast(met.village_code[7:] as integer)
        || if(municipal.area_code is null, ' ตำบล' || named.name_th, ' ' || municipal.name_th)
            as name_th,
        if(municipal.area_code is null, 'Village ', 'Community ')
        || cast(met.village_code[7:] as integer)
        || ', ' || coalesce(named.name_en, municipal.name_en) as name_en
    from village_met as met
    left join named on named.area_code = met.village_code[:6]
    left join municipal on municipal.area_code = met.village_code[:6]
)

select area_code, level, parent_code, name_th, name_en, true as has_polygon,
    false as is_municipal_unit
from named
union all
select area_code, 'subdistrict', area_code[:4], name_th, name_en, false, true
from municipal
union all
select area_code, 'village', area_code[:6], name_th, name_en, false, is_municipal_unit
from village
order by area_code
