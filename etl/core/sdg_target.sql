-- grain: one row per SDG target that the programme's submission says it serves
create table sdg_target as
select target, title_th, title_en
from read_csv(
    $sdg_targets,
    header = true,
    columns = {
        'target': 'varchar', 'title_th': 'varchar', 'title_en': 'varchar', 'source': 'varchar'
    }
)
