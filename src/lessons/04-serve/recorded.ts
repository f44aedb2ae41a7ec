/** What FastAPI gave to each request of the notebook, word for word. */
export const RECORDED = {
  on: '2026-11-24',
  versions: 'FastAPI 0.165.0, uvicorn 0.54.0, Python 3.11.7',
  answers: {
    '/run/roskilde?pm2_5=7.4': { status: 200, text: '{"city":"roskilde","run":true}' },
    '/run/beijing?pm2_5=75.8': { status: 200, text: '{"city":"beijing","run":false}' },
    '/run/beijing?pm2_5=75.8&limit=90': { status: 200, text: '{"city":"beijing","run":true}' },
    '/run/roskilde?pm2_5=smog': {
      status: 422,
      text: '{"detail":[{"type":"float_parsing","loc":["query","pm2_5"],"msg":"Input should be a valid number, unable to parse string as a number","input":"smog"}]}',
    },
    '/run/roskilde': {
      status: 422,
      text: '{"detail":[{"type":"missing","loc":["query","pm2_5"],"msg":"Field required","input":null}]}',
    },
  },
} as const;
