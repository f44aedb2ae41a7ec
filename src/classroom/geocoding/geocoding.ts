import type { ApiRequest, ApiResponse } from '../answer.ts';

/** Answers `/v1/search` and `/v1/get`. */
export function answerGeocoding(_request: ApiRequest): ApiResponse {
  return {
    status: 404,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-airlab-data': 'no places' },
    body: '{"error":true,"reason":"Not Found"}',
  };
}
