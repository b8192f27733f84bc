/**
 * What German children and their teachers make passwords of, and what the lists of the packages lack or rank too low.
 * Written here by hand, by subject; a phrase stands as it is typed, without its blanks.
 */
const bySubject = {
  secrets: `passwort passwörter password passwd passphrase pass kennwort geheim geheimnis geheimwort streng strenggeheim
    topsecret secret login anmeldung anmelden zugang zugangsdaten konto account admin administrator benutzer user
    schulpasswort neuespasswort meinpasswort passwortvergessen vergessen willkommen welcome hallo hallihallo hello
    hallowelt helloworld moin servus tschüss letmein lassmichrein sesamöffnedich sesam schlüssel qwertz qwertzui qwerty
    asdf asdfgh yxcvbn wasd abc abcd abcde abcdef test tester testtest testpasswort changeme ändern initial start
    startpasswort einstieg default standard standardpasswort computer internet laptop tablet ipad iphone handy smartphone
    tastatur maus bildschirm drucker windows microsoft google apple samsung huawei xiaomi android`,
  seasons: `frühling frühjahr sommer herbst winter sommerferien herbstferien winterferien osterferien weihnachtsferien
    pfingstferien ferien hitzefrei sonnenschein schneemann schneeflocke regenbogen weihnachten ostern silvester neujahr
    halloween fasching karneval geburtstag advent nikolaus christkind osterhase valentinstag spring summer autumn holidays
    christmas birthday easter`,
  calendar: `januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag wochenende feiertag jan feb mär apr jun jul aug sep okt nov dez
    january february march june july october december monday tuesday wednesday thursday friday saturday sunday weekend`,
  school: `schule klasse jahrgang stufe grundschule realschule hauptschule gesamtschule gymnasium förderschule berufsschule oberschule
    gemeinschaftsschule sekundarschule mittelschule schulhof schulleiter schulleitung sekretariat lehrer lehrerin lehrkraft
    klassenlehrer klassenlehrerin direktor direktorin rektor rektorin referendar lehrerzimmer klassenzimmer klassenfahrt
    klassenarbeit klassenbuch schulbuch schultasche schulkonto stundenplan pausenhof pausenbrot hausaufgabe hausaufgaben
    hausmeister tafel kreide schwamm tafelkreide zeugnis abitur abi abschluss schüler schülerin schulsprecher mensa aula
    turnhalle bibliothek computerraum informatikraum iserv moodle teams logineo schulcloud lernplattform einschulung
    schulanfang schulstart schuljahr halbjahr notenbuch vertretungsplan elternabend elternsprechtag kollegium
    student teacher school highschool homework classroom`,
  subjects: `mathe mathematik deutsch englisch französisch spanisch latein griechisch russisch türkisch italienisch biologie
    bio chemie physik geschichte geografie geographie erdkunde sachkunde sachunterricht politik sozialkunde
    gemeinschaftskunde religion ethik philosophie pädagogik musik kunst werken sport sportunterricht schwimmen turnen
    informatik technik hauswirtschaft wirtschaft rechtschreibung maths english german french biology chemistry physics
    history geography science music`,
  phrases: `ichliebedich ichliebdich iloveyou ichhassedich ichhasseschule ichliebeschule ichmagschule ichhassemathe
    ichliebemathe keineahnung keinebock keinenbock keinbock keinelust keinelustmehr istmiregal mirdochegal egal
    wasgehtab wasgeht gutenmorgen gutentag gutenacht gutenappetit guteslaune gutelaune allesgute allesgut allesklar
    dankeschön bitteschön bittesehr vielendank ichbins ichbinsder ichbintoll ichbincool ichbinderbeste ichbindiebeste
    werdasliestistdoof werdasliest sagichnicht verratichnicht weißichnicht weissnicht keinplan weilichsage
    herzlichwillkommen wirsinddiebesten wirsindweltmeister endlichferien endlichwochenende carpediem hakunamatata
    yolo swag sheesh digga digger bruder brudi diggah alter krass geil cringe sus babo talahon sigma skibidi rizz
    hahaha lol omg lmao rofl blabla blablabla trololol nanana lalala tralala`,
  love: `liebe schatz schatzi schätzchen hasi hase mausi mäuschen maus bärchen bär süße süßer engel engelchen herz herzchen
    prinzessin prinz kuss küsschen baby babe honey darling sweetheart love lovely forever mama mami mutti mutter papa papi
    vati vater oma omi opa opi bruder schwester tante onkel cousin cousine familie freund freundin freunde beste
    bestefreunde bestefreundin bff zwilling zwillinge mum mommy mummy daddy family friends mother father`,
  animals: `hund hunde katze katzen kater kätzchen welpe pferd pferde pony ponys ponyhof fohlen einhorn einhörner unicorn
    hamster meerschweinchen kaninchen hase igel schildkröte delfin delphin delfine löwe tiger panther panda pandabär
    eisbär elefant giraffe affe schimpanse gorilla papagei wellensittich kanarienvogel schmetterling marienkäfer biene
    hummel spinne frosch schlange krokodil dinosaurier dino trex drache drachen dragon fuchs wolf adler eule pinguin
    faultier koala känguru waschbär schnecke ameise fledermaus katzenklo hundeleine dog doggy cat kitty kitten horse
    monkey lion bello rex bella luna balu rocky lucky minka mieze schnurri felix simba nala nemo lassie fiffi waldi`,
  food: `pizza döner dönerkebab kebab pommes currywurst bratwurst burger hamburger cheeseburger nudeln spaghetti pasta
    lasagne pfannkuchen pancake schokolade schoki nutella gummibär gummibärchen haribo lakritz eis eiscreme erdbeere
    erdbeereis himbeere kirsche banane apfel apfelsaft apfelkuchen kuchen torte keks kekse cookie waffel muffin donut
    brezel brötchen kartoffel kartoffelsalat sauerkraut schnitzel wiener käse käsekuchen butter butterbrot marmelade honig
    kakao kaffee kaffeetasse cola cocacola fanta sprite limonade eistee redbull monster energydrink bier wodka ananas
    mango melone wassermelone orange zitrone avocado brokkoli salami chips ketchup mayo chocolate coffee cheese`,
  sport: `fußball fussi handball basketball volleyball tennis tischtennis federball badminton hockey eishockey reiten
    ballett tanzen tänzerin karate judo taekwondo boxen skateboard skaten inliner ski skifahren snowboard leichtathletik
    klettern fahrrad mountainbike tor torwart torhüter stürmer mittelfeld elfmeter champion champions championsleague
    bundesliga weltmeister weltmeisterschaft europameister football soccer dortmund borussia borussiadortmund bvb bvbdortmund
    bayern bayernmünchen fcbayern fcbayernmünchen fcb schalke schalkenullvier hsv hamburgersv werder werderbremen bremen
    vfbstuttgart vfb eintracht eintrachtfrankfurt sge union unionberlin eisernunion hertha herthabsc hertha gladbach
    mönchengladbach bayerleverkusen leverkusen rbleipzig rasenballsport wolfsburg hoffenheim mainz freiburg scfreiburg
    köln fckoeln effzeh augsburg stpauli sanktpauli nürnberg clubberer kaiserslautern hannover dynamo
    dynamodresden hansarostock magdeburg bochum vflbochum darmstadt heidenheim kiel holsteinkiel paderborn düsseldorf
    fortuna barcelona fcbarcelona barca realmadrid madrid atletico chelsea arsenal liverpool manchester
    manchesterunited manchestercity juventus juve milan inter psg ajax galatasaray fenerbahce besiktas trabzonspor
    ronaldo cristiano cristianoronaldo messi lionelmessi neymar mbappe haaland lewandowski müller neuer kroos musiala
    wirtz havertz kane harrykane özil ronaldinho beckham zidane ibrahimovic modric bellingham vinicius lamineyamal yamal
    formel formeleins ferrari mercedes verstappen schumacher vettel hamilton nba lakers bulls lebron jordan curry`,
  games: `minecraft fortnite roblox pokemon pikachu glumanda schiggy bisasam evoli mewtu arceus mario supermario luigi
    yoshi bowser prinzessinpeach zelda link donkeykong sonic tetris sims fifa fifapoints gta grandtheftauto callofduty cod
    warzone counterstrike csgo valorant leagueoflegends lol dota overwatch apexlegends apex amongus brawlstars brawl
    clashofclans clashroyale clash candycrush subwaysurfers templerun angrybirds geometrydash hayday rocketleague
    worldofwarcraft warcraft worldoftanks battlefield assassinscreed halo doom quake skyrim witcher eldenring creeper
    enderman steve herobrine enderdragon diamant diamond diamantschwert noob gamer zocker gaming gamergirl gamerboy
    playstation nintendo switch xbox twitch discord youtube youtuber tiktok instagram snapchat whatsapp facebook netflix
    spotify steam anime manga naruto sasuke luffy onepiece dragonball songoku goku vegeta sailormoon attackontitan
    deathnote hatsune jujutsukaisen demonslayer tanjiro gojo lego legoland playmobil barbie hotwheels`,
  stories: `harrypotter hermine ronweasley voldemort dumbledore hogwarts gryffindor slytherin hufflepuff ravenclaw quidditch
    starwars darthvader yoda lukeskywalker skywalker anakin jedi mandalorian herrderringe frodo gandalf hobbit legolas
    sauron mordor marvel avengers ironman spiderman spidermann batman superman hulk thor captainamerica deadpool wolverine
    joker frozen elsa annaundelsa olaf eiskönigin disney mickymaus mickeymouse donaldduck micky minnie goofy simba
    könig königderlöwen arielle cinderella rapunzel schneewittchen aschenputtel dornröschen rotkäppchen pippi
    pippilangstrumpf langstrumpf michel bibi bibiblocksberg bibiundtina blocksberg benjaminblümchen conni lillifee
    paulpanther pawpatrol peppapig peppawutz bobderbaumeister feuerwehrmannsam spongebob schwammkopf patrickstar thaddäus
    simpsons bartsimpson homer homersimpson southpark rickandmorty wickie asterix obelix heidi biene maja bienemaja
    sendungmitdermaus sandmännchen sandmann löwenzahn diedreifragezeichen dreifragezeichen fünffreunde tkkg diddl
    gregstagebuch tintenherz twilight hungergames tribute percyjackson narnia strangerthings squidgame wednesday
    taylorswift swiftie billieeilish arianagrande justinbieber bieber onedirection harrystyles bts blackpink kpop eminem
    rihanna beyonce shakira adele edsheeran capitalbra apache apachezweinullsieben loredana shirindavid kontrak rammstein
    helenefischer markforster metallica nirvana queen beatles gronkh montana dagibee bibisbeautypalace unsympathisch
    paluten germanletsplay rezo knossi montanablack trymacs julienbam`,
  towns: `deutschland österreich schweiz germany england frankreich italien spanien türkei turkiye türkiye polen russland
    ukraine syrien kurdistan kosovo albanien kroatien serbien bosnien griechenland portugal rumänien bulgarien ungarn
    afghanistan marokko tunesien ägypten amerika australien kanada brasilien argentinien japan china korea mallorca
    europa berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover
    nürnberg duisburg bochum wuppertal bielefeld bonn münster mannheim karlsruhe augsburg wiesbaden mönchengladbach
    gelsenkirchen aachen braunschweig chemnitz kiel halle magdeburg freiburg krefeld mainz lübeck erfurt oberhausen
    rostock kassel hagen potsdam saarbrücken hamm ludwigshafen mülheim oldenburg osnabrück leverkusen darmstadt
    heidelberg solingen regensburg herne paderborn neuss ingolstadt offenbach fürth ulm würzburg heilbronn pforzheim
    wolfsburg göttingen bottrop reutlingen koblenz erlangen bremerhaven remscheid bergisch trier recklinghausen jena
    moers salzgitter siegen gütersloh hildesheim hanau kaiserslautern cottbus schwerin witten esslingen ludwigsburg
    gießen gera tübingen flensburg iserlohn villingen konstanz zwickau worms marburg lüneburg bayreuth bamberg celle
    landshut aschaffenburg aalen kempten fulda neuwied plauen rosenheim greifswald stralsund wismar wien graz linz
    salzburg innsbruck zürich basel bern genf london paris rom mailand madrid istanbul ankara izmir antalya warschau prag
    moskau kiew newyork losangeles miami california amsterdam dubai tokio schwarzwald bodensee ostsee nordsee alpen
    ruhrpott ruhrgebiet bayern sachsen hessen thüringen brandenburg niedersachsen schleswig holstein saarland
    rheinland pfalz westfalen württemberg baden`,
  things: `sonne mond sterne stern himmel wolke blume blumen rose rosen sonnenblume gänseblümchen tulpe lavendel baum wald
    wiese meer strand insel berg feuer wasser erde luft gold silber diamanten rakete flugzeug auto autos traktor trecker
    polizei feuerwehr bagger lastwagen porsche lamborghini bugatti mercedesbenz volkswagen audi bmw tesla motorrad gitarre
    klavier flöte schlagzeug geige trommel pirat piraten ritter ninja samurai zauberer hexe vampir zombie geist gespenst
    roboter rainbow sunshine butterfly flower princess angel star moon heart freedom hope dream dreams traum träume
    freiheit frieden glück glückspilz glückskind hoffnung zukunft leben liebeleben sunflower shadow ghost killer
    lieblings lieblingsfarbe rot blau grün gelb lila rosa pink schwarz weiß orange türkis purple yellow`,
  names: `adrian ahmad ahmed ahmet aisha alena alessio alexa ali alina alisa alma amelie amina amir amira anastasia
    andrej anja anna annalena annika anton antonia aras arda aria ariana arijan arjen arlind armin artem arthur asja aurelia
    aurora ayaz aylin ayla aymen ayse azra bahar baran bastian batuhan beata beatrice ben benedikt bennet benno berat
    beren besar besim blerim blerta bogdan bojan burak burim can carla carlos carlotta celina cem cemre charlotte chiara
    chris clara damian dana daniil daria darius dascha defne deniz denis diana dilara dilan dominik dragan duygu dzenan
    ece eda efe egzon ela elanur elena elias elif elina elisa ella elmedina elsa emilia emilie emilio emily emin emir emma
    emre enes enis eren erik erion ermal erza esila esma eva eymen fabian fadime fatih fatima fatma felix ferdinand
    filip finja finn flora florian frida frieda fritz furkan gabriel georg gizem gökhan greta gül gülsüm hakan halil
    hamza hanna hannah hanno hasan hassan hatice helena henri henry hiba hugo hussein ibrahim ida igor ilayda ilias ina
    ines irem irina isabel isabella ismail ivan jakob jan jana janina janne jannik jasmin jason jette joel johann johanna
    jolina jona jonas jonathan jonna josef josephine joshua juri julia julian julius justus kaan kadir kaltrina karina
    karl karla katharina katja kemal kenan kerem kevin kiara kian kilian kim klara konrad korbinian kubilay kübra lamija
    lara larissa lars laura laurin lea leandro leart leila lena leni lenn lennard lennart lenni leo leon leona leonard
    leonie leonora leotrim leyla liam liana lias lilli lilly lina linda lindita linus lisa liv lotta lotte louis louisa
    luan luca lucia lucy luis luisa luka lukas lulu luna mads magdalena mahmoud maike maja maksim malea malik malina malte
    manuel mara marc marcel maria marie marina mario marisa marko marlene marlon marta martha marvin mathilda matilda
    mats matteo matthias mattis maximilian max maya medina mehmet melek melina melissa merle merve mert meryem mia micha
    michelle mika mila milan milena milo mina mira miran miriam mohamed mohammad mohammed monika moritz muhammed mustafa
    nadia nael natalia natascha nele neele nico nicolas niklas nikola nils nina nisa noah noam noel nora nour nuri
    okan olga oleksandr ole omar oskar oliwia oumaima ömer özge özgür öykü paul paula paulina pauline pelin peter philipp
    pia piotr polina qendrim rana rania raphael rasmus rayan rebecca richard rinor robin roman romy ronja rosa ruben
    sadik sahra said salih salma salome samira samuel sandra sara sarah sascha sebastian sedat selim selin selina selma
    semih serkan seyma sibel silas silvia simon sina sinan sinem sofia sofie sophia sophie stella stefan sude sven svenja
    swetlana tabea taha talha tamara tamina tarek tarik tatjana teodora theo theodor theresa thilo tilda till tim timo
    tina tobias tom toni torben tuana tuğba tyler umut ursula uwe valentin valentina valeria vanessa vedat veronika victor
    viktoria vincent viona vivien vivienne wilhelm yagmur yannik yara yasin yasmin yaren yigit yousef yusuf yuna zahra
    zehra zeynep zoe zoey zümra zuzanna oleksii olena oksana dmytro mykola andriy taras bohdan solomiia vladyslav
    wladimir jekaterina agnieszka małgorzata krzysztof wojciech katarzyna grzegorz kacper szymon zofia
    stefanie andreas thomas michael martin frank jürgen klaus dieter günter helmut horst heinz gerhard manfred renate
    ingrid helga gisela brigitte sabine petra susanne claudia birgit andrea martina gabriele angelika heike silke
    kerstin anke ulrike antje sigrid mandy cindy chantal jaqueline enrico ronny`,
};

/** All of them, in lower case. */
export const topics = (): string[] => Object.values(bySubject).flatMap((words) => words.split(/\s+/));

/** Words that a password of one word is dressed in: `IchLiebePizza1!` says no more than `Pizza1!`. */
export const fillers =
  `ich du er sie es wir ihr mich dich mir dir uns euch mein meine meinen meinem meiner dein deine deinen sein seine unser
  unsere der die das den dem des ein eine einen einem einer und oder mit ohne von vom für im in am an auf aus zu zum zur
  bei nach nicht kein keine ja nein bin bist ist sind war wäre hab habe hat haben will kann liebe lieb liebt lieben mag magst
  mögen hasse hassen heißt heiße heiss wohnt wohne so sehr nur immer auch mal wie was wer hallo hey hi beste bester bestes
  ever x name heißt namens toll cool super mega mini lieblings the my your you we are is am it to for of and not love loves like likes hate best
  big little mister mr mrs frau herr fan xx xxx xd lol haha`.split(/\s+/);
