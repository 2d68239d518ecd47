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
  zh: `你好 您好 哈喽 早上好 下午好 晚上好 谢谢 多谢 感谢 麻烦 请问 打扰 不好意思 劳驾 拜托 辛苦 | 大家 亲 客服 你们 您们 非常
    十分 了 啦 一下 帮忙 帮我 我想问 问一下 先 提前 在吗 有个问题 想 想要 怎么 怎样 如何 吗 呢 可以 能 能不能 能否 是否 需要 我 我的 你们 哪里 什么`,
  ja: `こんにちは こんばんは おはよう お世話 恐れ入ります 恐縮 すみません ありがとう 感謝 よろしく お願い お手数 失礼 | ございます なって
    おります いたします します です ますが ですが 質問 あります 教えて ください 下さい いただけますか でしょうか お尋ね したい どう どうすれば いい
    どうやって できますか ますか ですか ません`,
  ko: `안녕하세요 안녕하십니까 안녕 감사합니다 감사해요 감사 고맙습니다 고마워요 수고하세요 수고 죄송합니다 죄송하지만 실례합니다 부탁드립니다
    부탁드려요 부탁 | 여러분 미리 정말 대단히 많이 좀 하나 질문이 질문 있습니다 있어요 있는데요 문의드립니다 문의 드립니다 어떻게 하나요 해요 하죠
    할까요 싶어요 싶습니다 싶은데 싶은데요 있나요 되나요 돼요 안돼요 안 되는데 주세요 주실 해주세요 알려주세요 알려 궁금합니다 궁금해요 인가요 수 있을까요
    어디서 어디에서 언제 왜 무엇 뭐 제 저 저는 제가 우리 걸 것 하려면 하는 하는데 하고 했는데 한 할 법 방법`,
  th: `สวัสดี หวัดดี ขอบคุณ ขอบใจ ขอโทษ รบกวน กรุณา ครับ ค่ะ คะ นะคะ นะครับ | ทีมงาน ทุกคน มาก ล่วงหน้า ช่วย หน่อย ด้วย สอบถาม
    มีคำถาม ตอน เช้า อยาก ต้องการ ฉัน ผม ดิฉัน อย่างไร ยังไง ทำ ไหม มั้ย หรือ เปล่า ได้ จะ ขอ บ้าง ที่ไหน เมื่อไร เมื่อไหร่ เท่าไร เท่าไหร่ อะไร`,
};
