import type { SeedQuestion } from './types.ts';

export const questionsDe: SeedQuestion[] = [
  {
    key: 'de-bestellung-aendern',
    language: 'de',
    category: 'Orders',
    title: 'Kann ich meine Bestellung nach dem Bezahlen noch ändern?',
    answer: `Ja, kostenlos, bis wir mit dem Aufbau anfangen. Der Tag steht in deiner Bestätigung, bei Lagerfarben sind es meist **drei Werktage** nach der Bestellung.

Danach stehen Rahmen und Farbe fest. Lenkerbreite, Sattel und Reifen tauschen wir noch bis zum Tag vor dem Versand. Antworte einfach auf die Bestätigung, wir melden uns am selben Tag.`,
    official: true,
    askedBy: 'Katrin',
    daysAgo: 132,
    answeredBy: 'mara',
    phrasings: ['Ich möchte doch lieber die Farbe Schiefer, geht das noch?'],
  },
  {
    key: 'de-lieferzeit-rad',
    language: 'de',
    category: 'Orders',
    title: 'Wie lange dauert es, bis mein Rad fertig ist?',
    answer: `In **Flechte, Schiefer oder Vogelbeere** verlässt es uns innerhalb von sechs Werktagen. In einer Wunschfarbe sind es sechs Wochen, von März bis Mai eher acht.

Dazu kommt der Weg: in Deutschland zwei bis vier Werktage. Am Tag vor der Abholung bekommst du eine Nachricht und kannst unter drei Tagen wählen. Den Stand siehst du jederzeit über den Link in der Bestätigung.`,
    official: true,
    askedBy: 'Matthias',
    daysAgo: 201,
    answeredBy: 'mara',
    phrasings: ['Wann kommt mein Heron endlich?'],
  },
  {
    key: 'de-stornieren',
    language: 'de',
    category: 'Orders',
    title: 'Wie storniere ich eine Bestellung?',
    answer: `Schreib uns eine Antwort auf die Bestätigung, bevor das Paket rausgeht. Einen Grund brauchst du nicht, das Geld ist innerhalb von fünf Werktagen zurück.

Bei Wunschfarben geht das kostenlos bis zum Beginn der Lackierung, also zwei Wochen lang. Danach behalten wir die Anzahlung von 30 %. Ist das Paket schon unterwegs, nimm die [30 Tage Rückgabe](/demo/help.html#returns).`,
    official: true,
    askedBy: 'Silke',
    daysAgo: 58,
    answeredBy: 'mara',
  },
  {
    key: 'de-gutschein',
    language: 'de',
    category: 'Orders',
    title: 'Kann man bei euch Gutscheine kaufen?',
    answer: `Ja, ab 25 €, in jeder Höhe. Als PDF sofort oder für 3 € auf einer gedruckten Karte mit einem gezeichneten Kranich per Post.

Der Gutschein gilt drei Jahre ab Ende des Kaufjahres, auch für Inspektionen und Kurse. Was nicht verbraucht ist, bleibt drauf. Verloren? Mit der Bestellnummer stellen wir ihn neu aus.`,
    official: false,
    askedBy: 'Renate',
    daysAgo: 246,
    answeredBy: 'mara',
  },
  {
    key: 'de-rechnungskauf',
    language: 'de',
    category: 'Payments',
    title: 'Kann ich auf Rechnung bezahlen?',
    answer: `In Deutschland und Österreich ja, mit **14 Tagen** Zahlungsziel ab Versand. Für Räder gibt es in Deutschland außerdem sechs oder zwölf Raten ohne Zinsen; beim Heron sind das 204,17 € im Monat über ein Jahr.

Sonst gehen Visa, Mastercard, PayPal und Überweisung. In den Werkstätten auch bar. Nachnahme bieten wir nicht an.`,
    official: true,
    askedBy: 'Jürgen',
    daysAgo: 177,
    answeredBy: 'mara',
  },
  {
    key: 'de-dienstrad',
    language: 'de',
    category: 'Business',
    title: 'Kann ich ein Heron als Dienstrad leasen?',
    answer: `Ja. Wir arbeiten mit den üblichen Leasinganbietern in Deutschland zusammen. Schreib bei der Bestellung den Namen des Anbieters in das Bemerkungsfeld, statt zu bezahlen, und du bekommst innerhalb eines Werktags ein Angebot zum Hochladen.

Träger und Taschen dürfen mit in den Vertrag, wenn sie fest zum Rad gehören. Nach 36 Monaten kannst du das Rad meist übernehmen. Die [Reparatur auf Lebenszeit](/demo/de/index.html#repair) bleibt beim Rad.`,
    official: true,
    askedBy: 'Florian',
    daysAgo: 149,
    answeredBy: 'mara',
    phrasings: ['Macht ihr JobRad oder ähnliches Leasing?'],
  },
  {
    key: 'de-rechnung-firma',
    language: 'de',
    category: 'Business',
    title: 'Ich brauche eine Rechnung mit Firmenadresse und Steuernummer. Wie geht das?',
    answer: `Trag die Firma im Warenkorb unter „Rechnungsadresse“ ein. Die Rechnung kommt als PDF mit der Versandmail und lässt sich später über den Bestelllink herunterladen.

Hast du es vergessen, schreib uns **innerhalb von 14 Tagen**; die korrigierte Rechnung ist nach zwei Werktagen da. Mit gültiger USt-IdNr. aus einem anderen EU-Land stellen wir netto aus.`,
    official: true,
    askedBy: 'Claudia',
    daysAgo: 73,
    answeredBy: 'mara',
  },
  {
    key: 'de-versandkosten',
    language: 'de',
    category: 'Shipping',
    title: 'Was kostet der Versand in Deutschland, Österreich und in die Schweiz?',
    answer: `Für Taschen, Träger und Teile:

- Deutschland 4,90 €, frei ab 80 €
- Österreich 9,90 €, frei ab 150 €
- Schweiz 19 €, frei ab 250 €

Ein Rad kostet 39 €, 79 € und 119 €. In die Schweiz ziehen wir die deutsche Mehrwertsteuer ab und rechnen die schweizerische gleich mit, an der Tür zahlst du nichts mehr.`,
    official: true,
    askedBy: 'Anja',
    daysAgo: 220,
    answeredBy: 'mara',
    phrasings: ['Ab wann ist der Versand kostenlos?'],
  },
  {
    key: 'de-packstation',
    language: 'de',
    category: 'Shipping',
    title: 'Liefert ihr an eine Packstation?',
    answer: `Pakete ja: Trag deine Postnummer in der zweiten Adresszeile ein. Radtaschen passen in das größte Fach, ein Gepäckträger nicht, der landet dann in der nächsten Filiale.

Ein **Rad** kommt mit einer Spedition und nur an eine Adresse mit Tür. Wenn tagsüber niemand da ist, geht auch die Arbeit, eine Nachbarin oder Abholung in [Leipzig](/demo/de/index.html#workshops).`,
    official: true,
    askedBy: 'Uwe',
    daysAgo: 65,
    answeredBy: 'tomas',
  },
  {
    key: 'de-paket-beschaedigt',
    language: 'de',
    category: 'Shipping',
    title: 'Der Karton ist beschädigt angekommen. Muss ich die Annahme verweigern?',
    answer: `Nein, nimm ihn an und lass den Schaden vom Fahrer vermerken. Mach drei Fotos: Etikett, beschädigte Seite, Inhalt, und schick sie uns **innerhalb von sieben Tagen**.

Ein verbogenes oder verkratztes Teil ersetzen wir am selben Tag, das alte darfst du behalten. Ist der Rahmen betroffen, holen wir das Rad auf unsere Kosten ab und bauen dir ein neues.`,
    official: true,
    askedBy: 'Heike',
    daysAgo: 36,
    answeredBy: 'tomas',
    phrasings: ['Transportschaden am Rad'],
  },
  {
    key: 'de-abholung-leipzig',
    language: 'de',
    category: 'Shipping',
    title: 'Kann ich mein Rad in Leipzig abholen und gleich losfahren?',
    answer: `Sehr gern. Wähl im Warenkorb „Abholung Leipzig“, wir schreiben dir, wenn es fertig ist. Plan eine Stunde ein: Wir stellen Sattel und Lenker mit dir ein, und es gibt Tee.

Bring Schuhe und, falls vorhanden, deine Pedale mit. Den Karton brauchst du nicht. Viele fahren von uns aus über den **Elsterradweg** nach Süden, eine Karte mit unseren Lieblingsstrecken liegt auf dem Tresen.`,
    official: false,
    askedBy: 'Thorsten',
    daysAgo: 44,
    answeredBy: 'tomas',
  },
  {
    key: 'de-rueckgabe',
    language: 'de',
    category: 'Returns',
    title: 'Wie lange kann ich etwas zurückgeben, und was kostet das?',
    answer: `**30 Tage** ab Lieferung, in Deutschland kostenlos, auch das Rad. Es darf bis zu 150 km gefahren sein, Taschen und Teile sollten unbenutzt sein. Das gesetzliche Widerrufsrecht von 14 Tagen gilt daneben unverändert.

Aus Österreich kostet ein Paket 6 € und ein Rad 45 €, aus der Schweiz 12 € und 90 €. Wunschfarben nehmen wir nur bei einem Fehler zurück. [So läuft es ab](/demo/help.html#returns).`,
    official: true,
    askedBy: 'Manuela',
    daysAgo: 189,
    answeredBy: 'mara',
    phrasings: ['Gibt es ein Widerrufsrecht?'],
  },
  {
    key: 'de-groesse-tauschen',
    language: 'de',
    category: 'Returns',
    title: 'Mein Rahmen ist eine Nummer zu groß. Tauscht ihr ihn um?',
    answer: `Ja, der erste Tausch **innerhalb von 60 Tagen** ist kostenlos. Wir bauen zuerst die richtige Größe und holen das andere Rad ab, wenn das neue da ist. Du bist also keinen Tag ohne Rad.

Schick uns deine Schrittlänge und ein Foto von der Seite, auf dem du auf dem Rad sitzt. Manchmal reicht ein kürzerer Vorbau, der kostet dann 0 €.`,
    official: true,
    askedBy: 'Lennart',
    daysAgo: 81,
    answeredBy: 'tomas',
  },
  {
    key: 'de-welche-groesse',
    language: 'de',
    category: 'Sizing',
    title: 'Welche Rahmengröße brauche ich bei 1,74 m?',
    answer: `Bei 1,74 m liegst du genau zwischen **52 und 55**. Entscheidend ist die Schrittlänge: bis 80 cm nimm die 52, ab 82 cm die 55. Bei 81 cm: mit viel Gepäck die kleinere, für aufrechtes Sitzen die größere.

Miss barfuß mit einem Buch, das du fest nach oben ziehst. Alle Maße stehen in der [Größentabelle](/demo/product.html#sizes), und in Leipzig stehen beide zur Probe.`,
    official: true,
    askedBy: 'Sabine',
    daysAgo: 264,
    answeredBy: 'tomas',
    phrasings: ['Schrittlänge 81 cm, 52 oder 55?'],
  },
  {
    key: 'de-kleine-fahrerin',
    language: 'de',
    category: 'Sizing',
    title: 'Ich bin 1,58 m groß und finde nie ein passendes Reiserad. Habt ihr etwas?',
    answer: `Ja, das **Wren**. Es rollt auf kleineren Laufrädern (584 mm), dadurch ist vorn Platz für die Füße und der Lenker sitzt nicht zu hoch. Bei 1,58 m passt Größe 47, mit kurzen Beinen auch die 44.

Kurbeln, Bremsgriffe und Lenker sind mitgewachsen, nur eben nach unten. Träger und Taschen sind dieselben wie am [Heron](/demo/product.html).`,
    official: true,
    askedBy: 'Gesine',
    daysAgo: 95,
    answeredBy: 'mara',
    phrasings: ['Kleinste Rahmengröße?'],
  },
  {
    key: 'de-schrittlaenge',
    language: 'de',
    category: 'Sizing',
    title: 'Kann ich statt der Schrittlänge meine Jeansgröße angeben?',
    answer: `Lieber nicht. Die Innenbeinlänge einer Hose ist **vier bis acht Zentimeter** kürzer als deine Schrittlänge, je nach Schnitt. Damit landest du fast sicher bei einem zu kleinen Rahmen.

Zwei Minuten reichen: barfuß an die Wand, ein festes Buch so hoch ziehen, wie ein Sattel sitzt, und vom Boden bis zur Buchoberkante messen. Dreimal, dann der Mittelwert.`,
    official: false,
    askedBy: 'Ole',
    daysAgo: 52,
    answeredBy: 'tomas',
  },
  {
    key: 'de-heron-stork',
    language: 'de',
    category: 'Bikes',
    title: 'Heron oder Stork für eine Reise durch Zentralasien?',
    answer: `Wenn du viel Wellblechpiste, Sand und Geröll fährst: das **Stork**. Nabenschaltung mit 14 Gängen, 57 mm breite Reifen, 200 kg Gesamtgewicht. Nimm es mit Kette, einen Riemen bekommst du dort nicht.

Bleibst du auf den großen Straßen, reicht das Heron, ist drei Kilo leichter und fast 2.000 € billiger. Was nach [41.000 km](/demo/article.html) übrig bleibt, haben wir aufgeschrieben.`,
    official: true,
    askedBy: 'Andreas',
    daysAgo: 138,
    answeredBy: 'tomas',
  },
  {
    key: 'de-gesamtgewicht',
    language: 'de',
    category: 'Bikes',
    title: 'Ich wiege 130 kg. Hält das Heron das aus?',
    answer: `Ja. Zugelassen sind **180 kg** für Rad, Mensch und Gepäck zusammen. Das Heron wiegt etwa 14 kg, es bleiben bei dir also rund 36 kg für Taschen, und 30 kg davon dürfen hinten drauf.

Ab 120 kg Körpergewicht bekommst du ohne Aufpreis ein Hinterrad mit 40 Speichen und 47-mm-Reifen. Schreib das Gewicht bitte ins Bemerkungsfeld; das liest nur, wer das Rad einspeicht.`,
    official: true,
    askedBy: 'Rolf',
    daysAgo: 70,
    answeredBy: 'tomas',
    phrasings: ['Zulässiges Gesamtgewicht'],
  },
  {
    key: 'de-stvzo',
    language: 'de',
    category: 'Bikes',
    title: 'Sind die Räder in Deutschland für die Straße zugelassen?',
    answer: `Ja. Heron, Wren und Stork kommen mit Nabendynamo, geprüftem Licht vorn und hinten, Standlicht, Reflektoren an den Reifen und einer Klingel. Nur die **Pedale** fehlen; achte darauf, dass deine gelbe Reflektoren haben. Unsere Tourenpedale für 49 € haben sie.

Der Scheinwerfer ist ab Werk richtig eingestellt. Wenn du eine Lenkertasche fährst, sitzt er an der Gabelkrone und wird nicht verdeckt.`,
    official: true,
    askedBy: 'Petra',
    daysAgo: 47,
    answeredBy: 'tomas',
  },
  {
    key: 'de-kindersitz',
    language: 'de',
    category: 'Bikes',
    title: 'Passt ein Kindersitz auf das Heron?',
    answer: `Auf den Träger **Perch** ja, wenn der Sitz für Gepäckträger gebaut ist: bis 22 kg Kind, und dann ohne Taschen hinten. Ein Sitz zum Klemmen am Sitzrohr passt nicht, das Rohr ist dafür zu dünn.

Ein Anhänger geht an allen dreien, mit Adapter an der Hinterachse für 28 €, bis 40 kg. Für zwei Kinder raten wir zum Anhänger.`,
    official: false,
    askedBy: 'Melanie',
    daysAgo: 33,
    answeredBy: 'tomas',
  },
  {
    key: 'de-aufbau',
    language: 'de',
    category: 'Assembly',
    title: 'Was muss ich nach der Lieferung noch selbst montieren?',
    answer: `Vorderrad, Lenker, Sattel, Pedale. Eine halbe Stunde mit dem Werkzeug im Deckel:

1. Vorderrad einsetzen, Achse schließen.
2. Lenker gerade stellen, Vorbau 5 und 6 Nm.
3. Sattelhöhe einstellen, Klemme 6 Nm.
4. Pedale mit 35 Nm, das linke hat Linksgewinde.

Nach den ersten 100 km alle Schrauben nachziehen. Hier steht die [Drehmomenttabelle](/demo/help.html#care).`,
    official: true,
    askedBy: 'Dirk',
    daysAgo: 112,
    answeredBy: 'tomas',
    phrasings: ['Kommt das Rad fahrfertig an?'],
  },
  {
    key: 'de-scheibe-schleift',
    language: 'de',
    category: 'Assembly',
    title: 'Die Bremse schleift nach dem Einbau des Vorderrads. Was tun?',
    answer: `Fast immer sitzt das Rad nicht ganz im Ausfallende. Stell das Fahrrad auf den Boden, öffne die Achse, drück auf den Lenker und schließ sie wieder.

Schleift es weiter: die zwei Schrauben am Bremssattel lösen, Bremshebel ziehen und halten, mit **7 Nm** festziehen. Ein leises Singen auf den ersten 50 km ist normal und verschwindet mit dem Einbremsen.`,
    official: true,
    askedBy: 'Jana',
    daysAgo: 29,
    answeredBy: 'tomas',
  },
  {
    key: 'de-einbremsen',
    language: 'de',
    category: 'Maintenance',
    title: 'Muss ich Scheibenbremsen wirklich einbremsen?',
    answer: `Ja, sonst bleiben sie schwach und quietschen. Fahr auf einer leeren, ebenen Straße etwa 25 km/h und brems kräftig bis fast zum Stillstand, **zwanzigmal je Bremse**, ohne das Rad zu blockieren.

Die Scheiben nicht mit den Fingern anfassen und Kettenöl nie sprühen. Verölte Beläge lassen sich nicht retten, ein Paar kostet 16 €.`,
    official: false,
    askedBy: 'Carsten',
    daysAgo: 41,
    answeredBy: 'tomas',
  },
  {
    key: 'de-kettenoel',
    language: 'de',
    category: 'Maintenance',
    title: 'Wie oft soll ich die Kette ölen, und womit?',
    answer: `Alle 200 bis 300 km und nach jeder Regenfahrt. Ein Tropfen auf jede Rolle, zehn Umdrehungen rückwärts, eine Stunde warten, dann **gründlich abwischen**. Am besten abends, dann zieht das Öl über Nacht ein.

Nimm ein dünnes Kettenöl ohne Teflon, die Flasche kostet bei uns 9 €. Kein Sprühöl, es landet auf der Bremsscheibe. Am Riemen gar nichts, nur Wasser.`,
    official: true,
    askedBy: 'Ute',
    daysAgo: 61,
    answeredBy: 'tomas',
    phrasings: ['Welches Kettenöl empfehlt ihr?'],
  },
  {
    key: 'de-inspektion',
    language: 'de',
    category: 'Maintenance',
    title: 'Was kostet eine Inspektion, und bekomme ich ein Ersatzrad?',
    answer: `**89 €** plus Teile, fünf Werktage, in Leipzig oder Leeds. Die erste ist kostenlos, wenn sie innerhalb von zwölf Monaten stattfindet.

Ein Leihrad bekommst du umsonst dazu, wenn du den Termin mindestens drei Werktage vorher machst. Für Räder anderer Hersteller haben wir in Leipzig nur von November bis Februar Zeit, dann für 109 €.`,
    official: true,
    askedBy: 'Bernd',
    daysAgo: 154,
    answeredBy: 'tomas',
    phrasings: ['Brauche ich für die Jahresinspektion einen Termin?'],
  },
  {
    key: 'de-reifendruck',
    language: 'de',
    category: 'Maintenance',
    title: 'Wie viel Luft gehört in die Reifen vom Wren?',
    answer: `Mit den serienmäßigen 42-mm-Reifen, vorn und hinten:

- 50 kg Fahrergewicht: 2,2 und 2,6 bar
- 65 kg: 2,6 und 3,0 bar
- 80 kg: 3,0 und 3,5 bar

Mit 20 kg Gepäck hinten 0,4 bar mehr, auf Schotter überall 0,4 weniger. Über 4,5 bar gehst du bitte nicht, das ist die Grenze der Felge.`,
    official: true,
    askedBy: 'Frauke',
    daysAgo: 23,
    answeredBy: 'tomas',
  },
  {
    key: 'de-lebenslang',
    language: 'de',
    category: 'Warranty and repair',
    title: 'Was deckt die Reparatur auf Lebenszeit ab und was nicht?',
    answer: `Alles, was **wir selbst gebaut** haben: Rahmen, Gabel, Träger, Taschen. Unsere Arbeit kostet nichts, solange das Stück existiert, auch für spätere Besitzer. Du zahlst Teile zum Einkaufspreis und das Porto. Ein Rahmen, der vom Fahren reißt, kostet dich gar nichts.

Nicht dabei: Ketten, Reifen, Bremsen, Licht. Dafür gelten zwei Jahre Gewährleistung gegen Fehler, nicht gegen Verschleiß. [Mehr dazu](/demo/de/index.html#repair).`,
    official: true,
    askedBy: 'Wiebke',
    daysAgo: 287,
    answeredBy: 'mara',
    phrasings: ['Gibt es eine lebenslange Garantie?'],
  },
  {
    key: 'de-gebraucht-gekauft',
    language: 'de',
    category: 'Warranty and repair',
    title: 'Ich habe ein Heron gebraucht gekauft. Repariert ihr es trotzdem kostenlos?',
    answer: `Ja, ohne Unterschied. Einen Kaufbeleg brauchst du nicht, nur die **KC-Nummer** unter dem Tretlager. Schreib uns kurz, damit wir das Rad auf dich umtragen; dann wissen wir auch, dass es nicht als gestohlen gemeldet ist.

Die zwei Jahre Gewährleistung auf Teile laufen ab dem ersten Verkauf, die sind bei älteren Rädern also vorbei.`,
    official: true,
    askedBy: 'Sönke',
    daysAgo: 78,
    answeredBy: 'mara',
    phrasings: ['Gilt die Reparatur auch für Zweitbesitzer?'],
  },
  {
    key: 'de-unfall',
    language: 'de',
    category: 'Warranty and repair',
    title: 'Nach einem Unfall ist die Gabel krumm. Was kostet das?',
    answer: `Hoffentlich geht es dir gut. Bitte fahr nicht mehr damit. Eine neue Gabel oder ein neues Rohr kostet pauschal **180 €**, neuer Lack in einer Farbe 240 €. Träger und Taschen reparieren wir auch nach einem Unfall ohne Arbeitskosten.

Für die Versicherung schreiben wir einen Kostenvoranschlag mit Fotos, kostenlos und meist drei Werktage, nachdem das Rad bei uns ist.`,
    official: true,
    askedBy: 'Tanja',
    daysAgo: 39,
    answeredBy: 'mara',
  },
  {
    key: 'de-schaltauge',
    language: 'de',
    category: 'Spare parts',
    title: 'Welches Schaltauge brauche ich für mein Heron?',
    answer: `Ab Baujahr 2016 das **KC-H1** für 18 €, samt Schraube; es passt auch an jedes Wren. Vor 2016 ist das Schaltauge Teil des Rahmens. Dann richten wir es kalt, kostenlos, in zehn Minuten.

Das Baujahr kannst du uns überlassen: Nenn die KC-Nummer unter dem Tretlager. Auf langen Reisen gehört eines in die Tasche, es wiegt 14 g.`,
    official: true,
    askedBy: 'Henning',
    daysAgo: 86,
    answeredBy: 'tomas',
    phrasings: ['Mein Schaltauge ist verbogen'],
  },
  {
    key: 'de-haken',
    language: 'de',
    category: 'Spare parts',
    title: 'Mir ist ein Haken von der Tasche abgebrochen. Gibt es den einzeln?',
    answer: `Ja, der Hakensatz kostet **14 €**, mit Einsätzen für 8, 10 und 12 mm. Getauscht wird mit einem Kreuzschlitz in fünf Minuten. Unter 10 € Warenwert verschicken wir im Brief ohne Porto, der Satz fährt als Paket für 4,90 €.

Oder schick uns die Tasche: Die Arbeit ist umsonst, und wir sehen gleich nach den Nähten.`,
    official: true,
    askedBy: 'Ulrike',
    daysAgo: 27,
    answeredBy: 'tomas',
  },
  {
    key: 'de-traeger-fremdrad',
    language: 'de',
    category: 'Racks',
    title: 'Passt der Perch an mein altes Trekkingrad?',
    answer: `Sehr wahrscheinlich. Er braucht **Ösen** am Ausfallende und an den Sitzstreben, Laufräder von 26 bis 29 Zoll und höchstens 60 mm breite Reifen. Sitzt der Bremssattel außen, nimm die Distanzhülsen für 8 € dazu.

Ohne Ösen an den Streben hilft eine Klemme an der Sattelstütze für 19 €. Schick im Zweifel ein Foto vom Hinterbau, von der Seite.`,
    official: true,
    askedBy: 'Volker',
    daysAgo: 102,
    answeredBy: 'tomas',
  },
  {
    key: 'de-taschen-dicht',
    language: 'de',
    category: 'Bags',
    title: 'Sind die Radtaschen wirklich wasserdicht, auch bei Dauerregen?',
    answer: `Ja, wenn du den Rollverschluss **dreimal** umschlägst. Das Innenfutter ist verschweißt; jede zwanzigste Tasche liegt bei uns eine halbe Stunde in der Wanne.

Die Lenkertasche Lunchbox hat einen Reißverschluss unter einer Klappe: Regen ja, Fluss nein. Wird ein Satchel innen nass, schick ihn uns. Das Futter reparieren wir, solange es die Tasche gibt.`,
    official: true,
    askedBy: 'Kerstin',
    daysAgo: 118,
    answeredBy: 'mara',
    phrasings: ['Bleibt mein Laptop bei Regen trocken?'],
  },
  {
    key: 'de-umbau-e-bike',
    language: 'de',
    category: 'E-bike conversion',
    title: 'Was kostet der Umbau zum E-Bike, und geht er bei jedem Rad?',
    answer: `**1.490 €** mit Einbau in Leipzig oder Leeds, drei Werktage. Es geht bei jedem Heron ab 2018 und beim Stork mit Kette. Beim Wren, beim Stork mit Riemen und bei älteren Herons stößt der Motor an Rahmen oder Riemen.

Der Mittelmotor hat 250 W und hilft bis 25 km/h, der Akku 500 Wh, das reicht für 60 bis 110 km. Das Rad gilt weiter als Fahrrad, ohne Kennzeichen.`,
    official: true,
    askedBy: 'Hartmut',
    daysAgo: 91,
    answeredBy: 'tomas',
    phrasings: ['Gibt es das Heron mit Motor?'],
  },
  {
    key: 'de-akku-winter',
    language: 'de',
    category: 'E-bike conversion',
    title: 'Wie lagere ich den Akku im Winter?',
    answer: `Bei **40 bis 60 %** Ladung in einem trockenen Raum zwischen 10 und 20 °C, nicht im Schuppen. Alle zwei Monate nachsehen und auf 60 % nachladen.

Wenn du im Winter fährst: Nimm den Akku mit hinein und setz ihn erst kurz vor der Fahrt ein. Kalt hat er etwa ein Fünftel weniger Reichweite. Geladen wird nie unter 5 °C.`,
    official: false,
    askedBy: 'Elke',
    daysAgo: 16,
    answeredBy: 'tomas',
  },
  {
    key: 'de-probefahrt',
    language: 'de',
    category: 'Workshops',
    title: 'Wie bekomme ich einen Termin für eine Probefahrt in Leipzig?',
    answer: `Schreib uns das Modell, deine Schrittlänge und zwei Zeiten, die dir passen, Dienstag bis Freitag 10–18 oder Samstag 10–14 Uhr. Die Antwort kommt am selben Werktag.

Eine Probefahrt dauert **90 Minuten** und kostet nichts. Ein ganzes Wochenende mit Taschen kostet 60 €, die wir beim Kauf innerhalb von drei Monaten abziehen. Wir sind in [Kranichhof 4](/demo/de/index.html#workshops), die Tram hält vor der Tür.`,
    official: true,
    askedBy: 'Nadine',
    daysAgo: 165,
    answeredBy: 'tomas',
    phrasings: ['Kann ich das Heron vorher ausprobieren?'],
  },
  {
    key: 'de-kurs-laufrad',
    language: 'de',
    category: 'Workshops',
    title: 'Wann ist der nächste Kurs zum Laufradbau, und was bringe ich mit?',
    answer: `Jeden **ersten Samstag im Monat** von 10 bis 17 Uhr in Leipzig, 95 €, höchstens acht Leute. Nabe, Felge und Speichen suchst du vorher mit uns aus, sie kommen zum Kurspreis dazu. Das Laufrad nimmst du mit.

Mitbringen: nichts, außer Kleidung, die Fett verträgt. Die Plätze werden sechs Wochen vorher frei. Ist alles voll, setzen wir dich auf die Warteliste.`,
    official: true,
    askedBy: 'Ronja',
    daysAgo: 48,
    answeredBy: 'mara',
  },
  {
    key: 'de-ausbildung',
    language: 'de',
    category: 'Company',
    title: 'Bildet ihr aus?',
    answer: `Ja. Jedes Jahr im **August** fangen in Leipzig zwei Azubis in der Zweiradmechatronik an, dreieinhalb Jahre, Berufsschule in Leipzig. Bewerben kannst du dich von November bis Februar unter jobs@kettleandcrane.example.

Schreib eine halbe Seite über dich und leg ein Foto von etwas bei, das du repariert hast. Noten sehen wir uns an, sie entscheiden aber nicht. Wer passt, kommt drei Tage zum Probearbeiten.`,
    official: true,
    askedBy: 'Emil',
    daysAgo: 34,
    answeredBy: 'mara',
  },
  {
    key: 'de-datenschutz',
    language: 'de',
    category: 'Privacy',
    title: 'Setzt das Hilfefenster Cookies?',
    answer: `Nein. Solange du es nicht öffnest und nichts schreibst, speichert es nichts und sendet nichts über dich. Es läuft auf **unserem eigenen Server** in Leipzig, ohne andere Firmen.

Schreibst du uns, merkt sich dein Browser einen zufälligen Schlüssel, damit du das Gespräch wiederfindest. 24 Monate nach der letzten Nachricht löschen wir es, auf Wunsch früher: privacy@kettleandcrane.example.`,
    official: true,
    askedBy: 'Gudrun',
    daysAgo: 55,
    answeredBy: 'mara',
    phrasings: ['Werde ich auf eurer Seite getrackt?'],
  },
];
