// Not all XML is SOAP.
import { answerWith, typeOf } from './base.ts';

export const { protocolOf, pm25Of, newestOf } = answerWith({
  isEnvelope: (message) => typeOf(message).includes('xml'),
});
