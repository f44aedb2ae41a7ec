"""A feature store of Feast with six rows of PM2.5: `airlab_repo.py FOLDER` makes and fills it. The rows are made up."""

import os
import sys
from datetime import datetime, timedelta, timezone

import pandas as pd
from feast import Entity, FeatureStore, FeatureView, Field, FileSource
from feast.types import Float32
from feast.value_type import ValueType

SETTINGS = """project: airlab
registry: registry.db
provider: local
online_store:
  type: sqlite
  path: online.db
offline_store:
  type: file
entity_key_serialization_version: 3
"""


def rows(now):
    hours = [(1, 9.5, 80.0), (2, 8.0, 71.0), (3, 7.25, 66.5)]
    return pd.DataFrame(
        [
            {"city": city, "seen": now - timedelta(hours=hour), "pm2_5": value}
            for hour, roskilde, beijing in hours
            for city, value in (("Roskilde", roskilde), ("Beijing", beijing))
        ]
    )


def main(folder):
    os.chdir(folder)
    now = datetime.now(timezone.utc)
    with open("feature_store.yaml", "w") as settings:
        settings.write(SETTINGS)
    rows(now).to_parquet("air.parquet")
    city = Entity(name="city", join_keys=["city"], value_type=ValueType.STRING)
    source = FileSource(path=os.path.join(folder, "air.parquet"), timestamp_field="seen")
    air = FeatureView(
        name="air",
        entities=[city],
        ttl=timedelta(days=2),
        schema=[Field(name="pm2_5", dtype=Float32)],
        source=source,
    )
    store = FeatureStore(repo_path=folder)
    store.apply([city, air])
    store.materialize(now - timedelta(days=1), now)


if __name__ == "__main__":
    main(sys.argv[1])
