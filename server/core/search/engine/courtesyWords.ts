/**
 * Greetings, thanks and farewells as people write them to a help desk, by language: the eight of Foyer, and those in which
 * its sites are asked most. Before the bar stand words that are a courtesy wherever they begin or end a text, after it
 * those that go with them. Small words around them ("in", "you") come from stopwords-iso.
 */
export const courtesyWords: Record<string, string> = {
  en: `hi hello hey hiya dear good greetings thanks thank thx cheers regards sincerely please pls kindly hope hoping wishes goodbye
    bye sorry | morning afternoon evening day team folks everyone there best warm advance appreciate grateful much lot
    many doing well fine bother excuse help question weekend all`,
  de: `hallo hi hey moin servus grüß guten geehrte geehrter geehrtes danke dank bitte grüße gruß grüßen mfg lg vg tschüss
    hoffe entschuldigung | gute gott tag morgen abend zusammen team liebe lieber liebes sehr damen herren vielen besten
    herzlichen voraus freundlichen freundliche viele geht gut euch ihnen frage fragen hätte mal schon schönen hilfe`,
  ru: `здравствуйте здравствуй привет приветствую добрый доброе доброго уважаемые уважаемый спасибо благодарю пожалуйста
    уважением надеюсь извините простите | день утро вечер дня вечера времени суток коллеги заранее большое огромное
    наилучшими пожеланиями всё хорошо вас дела меня вопрос подскажите помощь`,
  uk: `привіт вітаю добрий доброго шановні шановний дякую спасибі ласка повагою сподіваюся сподіваюсь вибачте | день дня
    ранок вечір вечора колеги дуже щиро заздалегідь будь найкращими побажаннями все добре вас мене питання підкажіть`,
  bg: `здравейте здравей здрасти привет добър добро уважаеми уважаема благодаря благодарим мерси моля поздрави уважение
    надявам извинете | ден утро вечер екип много предварително се всичко наред добре имам въпрос`,
  sr: `здраво ћао поштовани поштована добар добро хвала молим поздрав надам извините zdravo ćao poštovani poštovana dobar
    dobro hvala molim pozdrav nadam izvinite | дан јутро вече унапред пуно много вас срдачан се питање имам dan jutro veče
    unapred puno mnogo vas srdačan se pitanje imam`,
  el: `γεια καλημέρα καλησπέρα αγαπητοί αγαπητέ ευχαριστώ ευχαριστούμε παρακαλώ χαιρετισμούς ελπίζω συγγνώμη | σας σου καλό
    απόγευμα κύριοι κυρίες πολύ εκ των προτέρων εκτίμηση φιλικά είστε καλά έχω μια ερώτηση`,
  he: `שלום היי הי תודה בבקשה בברכה לכבוד מקווה סליחה | בוקר טוב ערב צהריים טובים צוות יקר רבה מראש כל הטוב שלומכם יש לי שאלה`,
  ar: `السلام مرحبا أهلا اهلا صباح مساء السادة شكرا فضلكم فضلك تحياتي تحية أتمنى عفوا | عليكم ورحمة الله وبركاته وسهلا
    الخير النور الأعزاء عزيزي فريق جزيلا لكم مقدما من لو سمحت سمحتم مع خالص طيبة أن تكونوا بخير لدي سؤال`,
  sq: `përshëndetje tungjatjeta mirëdita mirëmëngjes mirëmbrëma faleminderit falemnderit lutem respekt shpresoj falni | të
    nderuar nderuar ekip shumë paraprakisht ju me përzemërsisht jeni mirë kam një pyetje më`,
  fil: `kumusta kamusta magandang salamat pasasalamat pakiusap paki lubos sana pasensya | umaga hapon gabi araw po opo mahal
    na maraming marami gumagalang ay mabuti kayo may tanong ako`,
  eo: `saluton saluto bonan karaj estimataj dankon dankas antaŭdankon bonvolu kore amike salutojn esperas pardonu | tagon
    matenon vesperon kara estimata teamo multan multe bonvole fartas bone mi havas demandon`,
  fr: `bonjour bonsoir salut coucou cher chère chers merci cordialement salutations svp stp espère désolé excusez | madame
    monsieur messieurs mesdames équipe beaucoup avance bien meilleures s'il vous plaît que allez question bonne journée j'ai`,
  es: `hola buenos buenas estimado estimada estimados gracias saludos cordiales atentamente espero disculpe perdón | días
    dias tardes noches señores equipo muchas mil antemano de por favor que estén bien tengo una pregunta`,
  pt: `olá ola oi bom boa prezado prezada prezados caros obrigado obrigada atenciosamente cumprimentos abraço espero desculpe
    | dia tarde noite equipe muito desde já por favor que estejam bem tenho uma pergunta dúvida`,
  it: `ciao salve buongiorno buonasera gentile gentili egregi spettabile grazie cordiali saluti distinti spero scusate scusi |
    mille molte in anticipo anticipatamente per favore piacere che stiate bene ho una domanda`,
  nl: `hallo hoi goedemorgen goedemiddag goedenavond goedendag beste geachte bedankt dank alstublieft groet groeten hoop sorry
    | dag team alvast hartelijk graag vriendelijke met gaat goed u jullie ik heb een vraag`,
  pl: `cześć witam dzień szanowni szanowny dziękuję dzięki proszę pozdrawiam pozdrowienia serdecznie poważaniem nadzieję
    przepraszam | dobry wieczór państwo drodzy z góry bardzo mam że dobrze pytanie`,
  tr: `merhaba selam günaydın sayın sevgili değerli teşekkürler teşekkür lütfen saygılarımla saygılar umarım pardon | iyi
    günler akşamlar ederim ederiz çok şimdiden iyisinizdir bir sorum var kusura bakmayın`,
};
