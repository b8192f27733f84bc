/**
 * Passwords as children and teachers choose them under "eight characters, four kinds": made here, by kind, none copied
 * from a leak. A classmate, or a list, has them all within an afternoon.
 */
export const weak: Record<string, readonly string[]> = {
  'a season, month or weekday with a year':
    `Sommer2026! Winter2025# Herbst24!! Frühling2026! Fruehling2026? Oktober2025!
    Dezember#24 Montag2026! Freitag13! Sommerferien26! Weihnachten2025! Ostern2026!! Summer2026! September#2025
    Februar.2026`.split(/\s+/),
  'the school and its things':
    `Iserv2026! Schule123! Gymnasium1! Realschule26! Lehrerzimmer1! Klassenfahrt24! Mathe2026!
    Englisch1! Deutsch#1 Sportunterricht1! Geschichte7! Hausaufgaben0! Abitur2026! Tafelkreide1! Schulhof2026!
    Informatik4! Grundschule#3 Schulanfang26! Klasse2026! Stundenplan9? Vokabeltest1! Pausenbrot22!`.split(/\s+/),
  'the word password': `Passwort1! P@ssw0rt2026 Passwort123! Passw0rd! MeinPasswort1! Geheim123! Kennwort2026! Hallo123!
    Willkommen1! Welcome2026! Admin123! Passwort#2026 NeuesPasswort1! Pa$$w0rt! Geheimnis99! Qwertz123! Asdfgh123!
    StrengGeheim1! Startpasswort1! HalloWelt1!`.split(/\s+/),
  'a given name': `Anna2014! Leon2013!! Emma#2015 Mia12345! Finn2012! Lukas#10 Sophie2011! Mehmet2010! Zeynep11!
    Fatima2012! Elif2013!! Emre#2009 Aleksandra1! Dmytro2011! Oleksandr12! Kaltrina2012! Blerim#2011 Jannik2013!
    Charlotte#5 Tomasz2010! Svetlana1970! Jürgen1965! Juergen1965! Gökhan2009! Ümit2012!! Thorsten1! Lieselotte1!
    Maximilian1! Alessandro2012! Yusuf2011!?`.split(/\s+/),
  'a family name':
    `Müller2026! Mueller1978! Schmidt123! Schneider#1 Hoffmann12! Yilmaz2010! Öztürk1907! Kowalski99! Nowak2011!
    Nguyen2012! Zimmermann1! Schröder2026!`.split(/\s+/),
  'family, and love':
    `IchLiebeDich1! IchLiebeMama1! Mama2026! MamaPapa1! Papa1234! Schatz2026! Schatzi#1 Oma+Opa1! BesteMama1!
    ILoveYou2! Iloveyou123! IchLiebePizza1! MeinSchatz12! Prinzessin1! Liebling2026! LoveYou4ever! Hasi2010!!
    IchHasseSchule1! IchHabDichLieb1! MeineFamilie4! BesteFreunde2!`.split(/\s+/),
  'pets and other animals':
    `Bello2020! Minka#2018 MeinHund1! Hundewelpe1! Katze123! Einhorn2026! Schmetterling1! Pferde4ever!
    Delfin2011! Meerschweinchen1! Kaninchen#2 Drache2012! Panda1234! Tiger2011!? Wellensittich1!
    Hamster2024! Dinosaurier1! Pinguin#12`.split(/\s+/),
  'food and drink':
    `Pizza2026! Döner123! Doener#12 Nutella1! Schokolade1! Spaghetti7! Erdbeereis1! Pommes2026! Cola1234!
    Currywurst1! Gummibärchen1! Apfelsaft1! Erdbeere#1 Pfannkuchen8!`.split(/\s+/),
  'clubs and sport':
    `FCBayern1900! Bayern2026! BVB09Dortmund! Dortmund09! Schalke04! Borussia1909! Fußball2026! Fussball10!
    Galatasaray1905! Fenerbahce1907! RealMadrid10! Ronaldo7! Messi10!! Mbappe2026! Hsv1887!! Werder1899! Handball2012!
    Volleyball#1 Basketball23! Tischtennis1! Torwart2011! Weltmeister2014! Eintracht1899! Union1966!? Hertha#1892
    Reiten2012! Ballett2014! Lewandowski9! CR7Ronaldo! Champions2026!`.split(/\s+/),
  'games, films and stars':
    `Minecraft1! Fortnite2026! Roblox123! Pokemon2012! Pikachu#25 Brawlstars1! ClashRoyale1! Fifa2026!
    Fifa23!! Valorant#1 Amongus2020! Playstation5! Nintendo64! HarryPotter1! Starwars1977! Spiderman1! Batman#2012
    Hermine1! Elsa2014! Naruto2011! OnePiece1! Dragonball7! BlackPink4! TaylorSwift13! Spongebob1! Simpsons#1 Herobrine1!
    Marvel2026! Creeper2012! Zelda1986!`.split(/\s+/),
  'towns and countries':
    `Berlin2026! Hamburg040! München089! Muenchen#1 Köln2026! Koeln1948! Frankfurt069! Deutschland1!
    Türkei1923! Tuerkei#34 Istanbul34! Mallorca2025! Österreich1! Leipzig0341! Stuttgart21! Heidelberg#1 Wuppertal1!
    Paris2024! Albanien2026! Kurdistan21! Bielefeld#2`.split(/\s+/),
  'letters exchanged':
    `S0mm3r2026! P@$$w0rt1 Fußb@ll09! M1n3cr@ft! Sch@tz2026 H@ll0123! B@yern2026 D0rtmund#9 P0kem0n25!
    Sch0k0lade! $0mmEr2026 Berl1n2026! 1ch.Liebe.Dich Schm3tterl1ng! Ei$cr3me1 K@tze2026 Fr3itag#13 L3hr3r2026! Fuß8all10!
    Pr1nzess1n!`.split(/\s+/),
  'written backwards': `remmoS2026! trowssaP1! 2026!retniW nilreB2026! tfarceniM1! 1!retsnilletS llabssuF10! atsuguA1!
    eluhcS2026! ztahcS12!`.split(/\s+/),
  'said twice':
    `SommerSommer1! HundHund12! Anna!Anna1 Passwort1Passwort! BerlinBerlin#1 MamaMama1! Test1Test! Pizza+Pizza1
    Hallo.Hallo1 TigerTiger22!`.split(/\s+/),
  'keyboards and rows': `Qwertz12! Qwertzuiop1! Asdfghjkl1! Yxcvbnm1! Qwerty123! 1qay2wsX! 1Qay!2wsx Abcd1234! Abcdefg1!
    Aaaa1111! Qwer1234! Asdf1234! Zxcvbnm#1 Wasd2026! 1q2w3e4R! Abc123!! Qayxsw21! Mnbvcxy1!`.split(/\s+/),
  'signs before, between and long rows behind':
    `!!Sommer7!! ...Berlin1 S.o.m.m.e.r.1 S-o-m-m-e-r-7 !1!1Schule!1!1 Som2026mer! 2026Winter!
    123!Pizza ###Hund123 Fuss_ball_10 ?Hallo?2026? Sommer1234567890! Minecraft!"§$%&/1 Schule20252026! 1.Klasse2026
    *Anna*2014* Katze!!!!!!!!!!1 (Passwort1) Ferien_31.07.2026`.split(/\s+/),
  'English words': `Monkey123! Dragon2012! Sunshine1! Football10! Butterfly#1 Princess2012! Chocolate1! Letmein2026!
    Computer1! Superman#1 Rainbow2026! Unicorn12! Homework1! Birthday2013! Freedom#99`.split(/\s+/),
  'things, and what is said':
    `Regenbogen1! Sonnenschein1! Sternenhimmel1! Blumenwiese2! Feuerwehr112! Polizei110! Traktor2015!
    Lamborghini1! Porsche911! Mercedes#1 Gitarre2026! Trampolin1! KeineAhnung1! KeinBock123! WasGehtAb1! Hahaha123!
    Digga2026! Bruder123! Skibidi67! Glückspilz1! Wochenende#1 GutenMorgen1! HerrDerRinge3! Nachtisch12! Tschüss123!
    Fahrrad2026! Smartphone1!`.split(/\s+/),
};

/** Passwords that nobody guesses: drawn at random, words that have nothing to do with each other, first letters. */
export const good: Record<string, readonly string[]> = {
  'eight and more random characters':
    `xK7!mQ2$ 7r&Vz#Pw aQ9%tLx+ T4$wz!Kc m#8RvXq2 Yg6?bN=d 2Fz*hW8k zP!3vGq7 L=9mXd#t hV5.Rk,2 cW+7Jn$x
    R8(tqB!z e&K4mZy% 9sX!Lf2# Vb3%nRw*6 k7?DzTqM1 qW4!xR9$pT`.split(/\s+/),
  'words that have nothing to do with each other': `Wolkenbruch+7Tassen Zebra-Tapete-19 Kaktus!9Trompete Gurke7?Bahnhof
    Lampe4+Walross Teppich&Vulkan3 Igel.Schraube.42 Ziegel-Otter-Pfütze5 Mondlicht7=Gabel Karton%Pfeffer8
    Trompete5-Nebelkrähe Kamel+Briefkasten1 Giraffe7!Zahnbürste Sandale?Ofen66 Biber_Kerze_9x Dachs4:Klavierstunde
    Falter8+Kompass Regal-Möhre-Tinte4 Orkan+Socke+31 Hecht9;Laterne Quark!Antenne5 Laub-Kuppel-Zange3
    Anker3.Rosine.Tuba`.split(/\s+/),
  'English words that have nothing to do with each other':
    `Copper7-Violin Otter+Lantern42 Pickle.Glacier9 Walrus!Thimble3
    Correct-Horse7-Battery Magnet4?Orchid Turnip&Saddle8 Velvet-Cactus-51`.split(/\s+/),
  'first letters of a sentence': `MOhd3Kudn!sS IgjMidS&ssm7 Ww8?eUdK. Dsg1nBuhT! AhM,gwz7Fa WimSn,d6Kh! 3xtHg1mKi!
    Ei7B,dhwu?`.split(/\s+/),
  'as they are issued': `Rameto37?Mukifawa Rame-toka-muki-fasu-27 Tonuwi49%Sefarako`.split(/\s+/),
};
