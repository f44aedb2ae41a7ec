/** The contract of the gRPC door; `GET /protocols/air.proto` gives it to clients. */
export const AIR_PROTO = `syntax = "proto3";

package airlab;

service Air {
  // One value: PM2.5 of a city at an hour.
  rpc GetReading (Place) returns (Reading);
  // A stream: the hours of a city, one after the other.
  rpc Watch (WatchRequest) returns (stream Change);
}

message Place {
  string city = 1;
  // 2026-11-24T09:00Z; empty for the newest hour.
  string time = 2;
}

message Reading {
  string city = 1;
  string time = 2;
  // Absent when that hour has no value.
  optional double pm2_5 = 3;
  string unit = 4;
}

message WatchRequest {
  string city = 1;
  uint32 changes = 2;
  uint32 every_ms = 3;
}

message Change {
  uint32 n = 1;
  Reading reading = 2;
}
`;
