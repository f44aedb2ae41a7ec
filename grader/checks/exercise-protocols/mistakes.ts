export interface Mistake {
  readonly id: string;
  /** Completes "consistent with …". */
  readonly says: string;
}

/** The mistakes that students make here. */
export const MISTAKES = {
  rpcAsRest: {
    id: 'rpc-as-rest',
    says: 'taking JSON-RPC for REST: both send JSON with POST, only the body tells them apart',
  },
  batchAsRest: { id: 'batch-as-rest', says: 'looking for jsonrpc in one object, while a batch is an array' },
  soapAsRest: { id: 'soap-as-rest', says: 'knowing SOAP by one content type or prefix; both may differ' },
  xmlAsSoap: { id: 'xml-as-soap', says: 'taking all XML for SOAP; SOAP has an Envelope' },
  wordInText: {
    id: 'word-in-text',
    says: 'searching the body for a word, which a note or a value can have too',
  },
  errorAsRpc: { id: 'error-as-rpc', says: 'taking every JSON with "error" for JSON-RPC' },
  versionAsGrpc: { id: 'http2-as-grpc', says: 'taking all of HTTP/2 for gRPC; its content type tells' },
  grpcAsRest: { id: 'grpc-as-rest', says: 'taking gRPC for REST because it is HTTP; its content type tells' },
  streamAsRest: {
    id: 'stream-as-rest',
    says: 'taking an event stream for REST because it begins with GET and 200',
  },
  handshakeAsRest: {
    id: 'handshake-as-rest',
    says: 'taking the beginning of a WebSocket for REST because it is a GET',
  },
  frames: { id: 'frames-swapped', says: 'mixing up the first bytes of WebSocket and MQTT' },
  answerAsWebhook: {
    id: 'answer-as-webhook',
    says: 'taking what a service answers for a webhook; a webhook is a request',
  },
  webhookAsRest: {
    id: 'webhook-as-rest',
    says: 'not looking at who asks: here the service sends the request, and you answer',
  },
  refusalAsGap: {
    id: 'refusal-as-gap',
    says: 'giving null for a refusal; null is an hour without a value',
  },
  refusalAsValue: {
    id: 'refusal-as-value',
    says: 'taking a number or a text out of a refusal for the value',
  },
  statusOnly: {
    id: 'status-only',
    says: 'looking for a refusal in the status only; JSON-RPC refuses with 200 too',
  },
  nullAsZero: { id: 'null-as-zero', says: 'taking a gap for clean air (0)' },
  zeroAsNull: { id: 'zero-as-null', says: 'testing with || or !value, which throws away clean air (0)' },
  pm10: { id: 'pm10', says: 'pm10, or the first number, in the place of pm2_5' },
  textNumber: { id: 'text-number', says: 'giving the number as text; XML has only text' },
  ownWords: { id: 'own-words', says: 'an error of your own words, without what the service said' },
  prefix: { id: 'fixed-prefix', says: 'searching XML with a fixed prefix; each service may choose its own' },
  firstEvent: { id: 'first-event', says: 'the first change in the place of the newest' },
  notWhole: { id: 'event-not-whole', says: 'taking an event that no empty line has ended' },
  otherEvent: { id: 'other-event', says: 'taking every event for a change; its name is in event:' },
  dataCut: { id: 'data-cut', says: 'reading one data line of several; together they are one text' },
  lineEnds: { id: 'line-ends', says: 'splitting at \\n only, where lines end with \\r\\n' },
  spaceNeeded: { id: 'space-needed', says: "needing the space after 'data:', which may be missing" },
  comment: { id: 'comment-as-data', says: 'reading a comment, the line that begins with a colon' },
  gapSkipped: { id: 'gap-skipped', says: 'skipping the newest change because its value is null' },
  hardCoded: { id: 'hard-coded', says: 'answering with a value of the visible data' },
} as const satisfies Readonly<Record<string, Mistake>>;
