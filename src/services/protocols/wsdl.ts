/** The contract of the SOAP door. `address` is where a client finds it. */
export function wsdl(address: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<definitions name="Air" targetNamespace="urn:airlab:air" xmlns="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="urn:airlab:air" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <types>
    <xsd:schema targetNamespace="urn:airlab:air" elementFormDefault="qualified">
      <xsd:element name="GetReading">
        <xsd:complexType><xsd:sequence>
          <xsd:element name="city" type="xsd:string"/>
          <xsd:element name="time" type="xsd:string" minOccurs="0"/>
        </xsd:sequence></xsd:complexType>
      </xsd:element>
      <xsd:element name="GetReadingResponse">
        <xsd:complexType><xsd:sequence>
          <xsd:element name="city" type="xsd:string"/>
          <xsd:element name="time" type="xsd:string"/>
          <xsd:element name="pm2_5" type="xsd:double" minOccurs="0"/>
          <xsd:element name="unit" type="xsd:string"/>
        </xsd:sequence></xsd:complexType>
      </xsd:element>
    </xsd:schema>
  </types>
  <message name="GetReadingInput"><part name="parameters" element="tns:GetReading"/></message>
  <message name="GetReadingOutput"><part name="parameters" element="tns:GetReadingResponse"/></message>
  <portType name="AirPortType">
    <operation name="GetReading">
      <input message="tns:GetReadingInput"/>
      <output message="tns:GetReadingOutput"/>
    </operation>
  </portType>
  <binding name="AirBinding" type="tns:AirPortType">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="GetReading">
      <soap:operation soapAction="urn:airlab:air#GetReading"/>
      <input><soap:body use="literal"/></input>
      <output><soap:body use="literal"/></output>
    </operation>
  </binding>
  <service name="AirService">
    <port name="AirPort" binding="tns:AirBinding"><soap:address location="${escaped(address)}"/></port>
  </service>
</definitions>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
