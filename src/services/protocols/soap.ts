import { createServerless, type IServerOptions, type Server } from 'soap';
import type { World } from '../../classroom/answer.ts';
import { answerReading, isMistake } from './questions.ts';
import { wsdl } from './wsdl.ts';

export interface SoapAnswer {
  readonly status: number;
  readonly body: string;
}

export interface SoapDoor {
  answer(xml: string, soapAction: string | undefined): Promise<SoapAnswer>;
}

const SOAP_PATH = '/protocols/soap';
const OUR_FAULT = '<faultcode>soap:Client</faultcode>';

/** SOAP 1.1, document/literal: one operation, GetReading. What cannot be understood is answered with a Fault. */
export async function createSoapDoor(world: () => World): Promise<SoapDoor> {
  const server = await ready({
    path: SOAP_PATH,
    xml: wsdl(SOAP_PATH),
    services: { AirService: { AirPort: { GetReading: (given: unknown) => getReading(given, world()) } } },
    suppressStack: true,
  });
  return {
    answer: async (xml, soapAction) => {
      const { body, statusCode } = await server.processRequest(xml, {
        headers: {
          'content-type': 'text/xml; charset=utf-8',
          ...(soapAction === undefined ? {} : { soapaction: soapAction }),
        },
      });
      if (statusCode === 200 || body.includes(OUR_FAULT)) return { status: statusCode, body };
      // The package answers what it cannot understand with a stack, or with a Fault of SOAP 1.2.
      return { status: 500, body: fault('The body is no SOAP envelope with an operation of the WSDL.') };
    },
  };
}

/** The promise of the package comes before the WSDL is read; its callback does not. */
function ready(options: IServerOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const made = createServerless({
      ...options,
      callback: (error: unknown) => (error ? reject(error) : resolve(made)),
    });
    made.catch(reject);
  });
}

function getReading(given: unknown, world: World) {
  const { city, time }: Record<string, unknown> =
    typeof given === 'object' && given !== null ? { ...given } : {};
  const answer = answerReading(world, textOf(city), textOf(time));
  if (isMistake(answer))
    throw { Fault: { faultcode: 'soap:Client', faultstring: answer.message, statusCode: 500 } };
  const { pm2_5, ...others } = answer;
  // An hour without a value has no element, as the schema says.
  return { city: others.city, time: others.time, ...(pm2_5 === null ? {} : { pm2_5 }), unit: others.unit };
}

/** An element with attributes arrives as an object with its text in `$value`. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && '$value' in value) return textOf(value.$value);
  return typeof value === 'string' ? value : '';
}

function fault(text: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>${text}</faultstring></soap:Fault></soap:Body></soap:Envelope>`;
}
