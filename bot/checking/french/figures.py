"""French figures of speech that name an attitude, and acts that look like them."""

FIGURES = """
mettre des mots sur;
prendre du recul; faire confiance; prendre de la hauteur; rester a l'ecoute; etre a l'ecoute;
lacher prise; montrer l'exemple; donner l'exemple; etre plus present; faire preuve de patience;
prendre sur soi; garder la tete froide; rester calme; garder son calme; jouer collectif; donner du
sens; mettre de l'eau dans son vin; poser le cadre; tenir le cap; garder le cap; faire de son
mieux; faire des efforts; faire un effort; donner le meilleur de soi-meme; etre bienveillant;
rester positif; prendre soin de soi; prendre soin de l'equipe; avoir confiance; avoir confiance en
soi; avoir confiance dans l'equipe; croire en soi; garder confiance; rester zen; prendre le temps;
prendre son temps; se faire confiance; laisser couler; tendre l'oreille; etre dans l'ecoute; etre
dans le partage; etre dans l'echange; etre dans la bienveillance; etre dans le controle; etre dans
l'action; etre dans l'anticipation; etre dans la co-construction; etre dans une logique de; etre
dans une posture de; etre dans le jugement; etre dans l'instant; etre dans le moment present;
faire preuve de bienveillance; faire preuve d'ecoute; faire preuve d'empathie; faire preuve de
souplesse; faire preuve de rigueur; faire preuve de pedagogie; faire preuve de courage; faire
preuve de fermete; faire preuve de transparence; faire preuve de reactivite; faire preuve
d'initiative; faire preuve d'humilite; faire preuve de flexibilite; faire preuve d'autorite; faire
preuve de discernement; faire preuve de retenue; faire preuve de tact; faire preuve de diplomatie;
faire preuve de tolerance; faire preuve d'exemplarite; faire la part des choses; faire au mieux;
faire le maximum; faire tout son possible; faire tout pour; faire attention; faire gaffe; faire
passer l'humain d'abord; faire face; faire front; faire corps; faire bloc; faire equipe; faire
avec; faire contre mauvaise fortune bon coeur; faire bonne figure; faire le dos rond; faire la
difference; faire bouger les lignes; faire avancer les choses; faire vivre les valeurs; faire
vivre le collectif; faire grandir l'equipe; faire grandir les autres; faire table rase; faire
abstraction; faire fi de; faire la paix avec; faire le deuil de; faire le vide; faire amende
honorable; faire profil bas; faire l'autruche; faire la sourde oreille; faire la police; faire
autorite; faire rayonner; faire sens; faire le poids; faire feu de tout bois; faire d'une pierre
deux coups; faire sa part; faire son possible; faire moins pression; faire la fine bouche; faire
la tete; faire cas de; faire honneur a; faire sienne la demarche; faire bouger les mentalites;
faire la lumiere sur; faire du bien autour de soi; faire place nette dans sa tete; faire tourner
la boutique; prendre ses responsabilites; prendre a coeur; prendre au serieux; prendre les choses
comme elles viennent; prendre les choses du bon cote; prendre les choses avec philosophie; prendre
les choses moins a coeur; prendre les choses personnellement; prendre les choses en main; prendre
confiance; prendre confiance en soi; prendre conscience de; prendre de l'assurance; prendre gout
a; prendre plaisir a; prendre du plaisir; prendre en compte; prendre en consideration; prendre ses
marques; prendre sa place; prendre toute sa place; prendre de la distance; prendre ses distances;
prendre patience; prendre le pli; prendre le train en marche; prendre le taureau par les cornes;
prendre les devants; prendre l'initiative; prendre plus d'initiatives; prendre de la graine;
prendre exemple sur; prendre de bonnes habitudes; prendre le dessus; prendre fait et cause pour;
prendre acte; prendre la mesure de; prendre le leadership; prendre le lead; prendre du temps pour
soi; prendre la mouche; prendre ombrage; prendre de la bouteille; prendre le rythme; prendre le
virage; prendre le pouls de l'equipe; prendre la vie du bon cote; prendre son mal en patience;
prendre des risques; prendre du galon; prendre la balle au bond; prendre le pas sur; garder son
sang- froid; garder le sourire; garder le moral; garder la foi; garder espoir; garder patience;
garder le controle; garder le contact; garder le lien; garder les pieds sur terre; garder la
motivation; garder l'esprit ouvert; garder a l'esprit; garder en tete; garder en memoire; garder
un oeil sur; garder une oreille attentive; garder la main; garder le rythme; garder la distance;
garder la bonne distance; garder du recul; garder la face; garder ses nerfs; garder la peche;
garder une bonne ambiance; garder un esprit d'equipe; garder de l'energie; garder la ligne
directrice; garder une vue d'ensemble; rester ouvert; rester humble; rester ferme; rester
disponible; rester attentif; rester vigilant; rester concentre; rester factuel; rester neutre;
rester patient; rester serein; rester motive; rester soi-meme; rester professionnel; rester pro;
rester cool; rester sur ses gardes; rester dans le cadre; rester dans son role; rester droit dans
ses bottes; rester en alerte; rester en veille active; rester en phase; rester dans la course;
rester dans le positif; rester de marbre; rester maitre de soi; rester constructif; rester fidele
a ses valeurs; rester connecte a l'equipe; rester au contact du terrain; rester proche du terrain;
rester en lien; rester mobilise; rester bienveillant; rester souple; rester curieux; rester
realiste; rester pragmatique; rester flexible; etre patient; etre disponible; etre attentif; etre
exemplaire; etre transparent; etre reactif; etre proactif; etre rigoureux; etre organise; etre
ponctuel; etre ferme; etre juste; etre clair; etre force de proposition; etre acteur; etre acteur
du changement; etre en phase; etre aligne; etre sur la meme longueur d'onde; etre sur le pont;
etre au rendez-vous; etre au taquet; etre a fond; etre au top; etre en soutien; etre en appui;
etre la pour l'equipe; etre present pour; etre a la hauteur; etre a l'aise; etre bien dans ses
baskets; etre de bonne humeur; etre bon joueur; etre a cheval sur; etre au clair; etre au service
de; etre solidaire; etre fier de; etre d'attaque; etre droit dans ses bottes; etre plus cool; etre
moins dur; etre moins stresse; etre indulgent; etre autonome; etre pilote de sa carriere; etre
garant de; etre moteur; etre leader; etre sur tous les fronts; etre au four et au moulin; etre
tout ouie; etre au diapason; etre dans le rang; etre gentil; etre fin pret; etre sur la coche;
etre de bon compte; etre relax; etre game; mettre du coeur a l'ouvrage; mettre du sien; y mettre
du sien; mettre de la bonne volonte; mettre les bouchees doubles; mettre la barre plus haut;
mettre l'humain au centre; mettre le client au centre; mettre l'accent sur; mettre en avant les
autres; mettre son ego de cote; mettre ses emotions de cote; mettre ses doutes de cote; mettre de
cote les rancoeurs; mettre de la bienveillance; mettre de la joie; mettre de l'huile dans les
rouages; mettre de l'energie; mettre du sens; mettre la pression; mettre moins de pression; mettre
en confiance; mettre a l'aise; mettre le paquet; mettre toutes les chances de son cote; mettre un
point d'honneur a; mettre les formes; mettre de la distance; mettre en valeur; mettre en lumiere;
mettre a profit; mettre l'equipe en mouvement; mettre le turbo; mettre le pied a l'etrier; mettre
de l'ordre dans ses idees; mettre ses limites; mettre un frein a; mettre l'epaule a la roue;
mettre ses culottes; se mettre la pression; se mettre moins la pression; se mettre a la place de;
se mettre dans la peau de; se mettre au diapason; se mettre en retrait; se mettre en mode
solution; se mettre dans le bain; se mettre en quatre; se mettre des limites; donner confiance;
donner envie; donner du souffle; donner le ton; donner le la; donner l'impulsion; donner une
direction; donner une vision; donner de l'elan; donner de l'importance a; donner la priorite a;
donner de la visibilite; donner de l'autonomie; donner de l'espace; donner le change; donner sa
chance; donner du temps au temps; donner de soi; donner de sa personne; donner de l'energie;
donner son maximum; donner tout; donner corps a; donner vie a; donner du poids; donner raison;
donner du courage; donner de la reconnaissance; se donner a fond; se donner les moyens; se donner
du temps; se donner le droit a l'erreur; se donner une chance; se donner corps et ame; avoir de la
patience; avoir plus confiance; avoir le sourire; avoir l'esprit d'equipe; avoir l'esprit ouvert;
avoir une bonne attitude; avoir une attitude positive; avoir une oreille attentive; avoir le sens
du service; avoir le souci du detail; avoir a coeur de; avoir en tete; avoir conscience de; avoir
une vision claire; avoir une posture de leader; avoir du courage; avoir de l'ambition; avoir la
peche; avoir la niaque; avoir le moral; avoir du recul; avoir un oeil sur; avoir du mal a; avoir
de bonnes relations avec; avoir le reflexe de; avoir une meilleure organisation; avoir une bonne
hygiene de vie; avoir les epaules solides; avoir les idees claires; avoir le beau role; avoir du
respect pour; avoir le coeur a l'ouvrage; tenir bon; tenir le coup; tenir la barre; tenir la
distance; tenir ses engagements; tenir ses promesses; tenir parole; tenir sa ligne; tenir compte
de; tenir la route; tenir le choc; tenir les renes; tenir son role; tenir la pression; tenir tete;
tenir le rythme; tenir a coeur; se tenir pret; se tenir a l'ecoute; se tenir a carreau; jouer le
jeu; jouer la transparence; jouer cartes sur table; jouer la carte de la confiance; jouer son
role; jouer franc jeu; jouer la montre; jouer un role moteur; jouer les pompiers; jouer
l'apaisement; jouer l'ouverture; porter la vision; porter le changement; porter haut les couleurs;
porter les valeurs; porter attention a; porter un regard neuf; porter le projet; porter l'equipe;
porter ses fruits; poser ses limites; poser un cadre; poser des limites; poser une ambiance; poser
les bases; poser les choses; se poser les bonnes questions; ouvrir son esprit; ouvrir le champ des
possibles; ouvrir l'oeil; ouvrir ses chakras; ouvrir la voie; montrer la voie; montrer le chemin;
montrer plus d'interet; montrer de l'empathie; montrer de la reconnaissance; montrer sa
motivation; montrer patte blanche; montrer de quoi on est capable; laisser de la place; laisser de
l'autonomie; laisser du temps au temps; laisser pisser; laisser glisser; laisser sa chance;
laisser le passe derriere soi; laisser ses problemes a la porte; laisser son ego au vestiaire;
laisser vivre; laisser aller; laisser respirer l'equipe; laisser venir; se laisser porter; se
laisser du temps; se laisser aller; se laisser moins distraire; se laisser deborder; se laisser
marcher sur les pieds; se laisser influencer; tirer le meilleur de l'equipe; tirer l'equipe vers
le haut; tirer parti de; tirer les lecons; tirer un trait sur; tirer son epingle du jeu; tirer
dans le meme sens; voir le verre a moitie plein; voir le bon cote des choses; voir plus loin; voir
grand; voir les choses en face; voir les choses autrement; sortir de sa zone de confort; sortir la
tete de l'eau; sortir du lot; sortir de sa bulle; sortir du cadre; sortir par le haut; lever le
pied; lever la tete du guidon; lever le nez du guidon; garder le nez hors du guidon; baisser la
garde; baisser les bras; ne pas baisser les bras; ne rien lacher; ne pas se laisser faire; ne pas
se prendre la tete; ne plus se prendre la tete; ne pas s'enerver; ne pas stresser; ne pas juger;
ne pas paniquer; ne pas culpabiliser; ne pas perdre espoir; se serrer les coudes; serrer les
dents; relever la tete; relever le defi; remonter la pente; reprendre la main; reprendre
confiance; reprendre gout; reprendre le dessus; reprendre les renes; reprendre son souffle;
redonner confiance; redonner envie; redonner du sens; retrouver le sourire; retrouver confiance;
retrouver l'envie; retrouver un equilibre; trouver le juste milieu; trouver sa place; trouver un
equilibre; trouver le bon ton; trouver les mots justes; trouver la bonne distance; trouver son
rythme; trouver du plaisir; aller de l'avant; aller dans le bon sens; aller au bout des choses;
aller a l'essentiel; aller au-devant des autres; aller vers l'autre; aller chercher plus loin;
aller au fond des choses; aller dans le sens du client; arrondir les angles; calmer le jeu; faire
redescendre la pression; tourner la page; passer a autre chose; passer un cap; passer la vitesse
superieure; changer de posture; changer d'etat d'esprit; changer de regard; changer de braquet;
changer de paradigme; changer d'attitude; changer de logique; changer les mentalites; changer la
donne; creer du lien; creer un climat de confiance; creer une bonne ambiance; creer une dynamique;
creer de la valeur; creer de la cohesion; creer l'envie; instaurer la confiance; instaurer un
climat serein; installer un climat de confiance; batir la confiance; batir des ponts; construire
une relation de confiance; nouer des liens; tisser des liens; souder l'equipe; federer l'equipe;
embarquer l'equipe; insuffler une dynamique; insuffler de l'energie; impulser une dynamique;
incarner les valeurs; incarner le changement; vivre les valeurs; cultiver la confiance; cultiver
la bonne humeur; entretenir la flamme; entretenir de bonnes relations; nourrir la relation;
accorder sa confiance; accorder de l'importance; accorder de l'attention; apporter du soutien;
apporter de la valeur; apporter sa pierre a l'edifice; apporter de la serenite; apporter un regard
neuf; assurer ses arrieres; assumer ses choix; assumer ses responsabilites; assumer son role;
affirmer son leadership; affirmer sa position; asseoir sa legitimite; asseoir son autorite;
endosser le role; adopter une posture; adopter un ton plus doux; adopter la positive attitude;
adopter de bons reflexes; faire sien; veiller au grain; veiller au bien-etre; veiller a
l'ambiance; viser l'excellence; viser juste; tendre vers; tendre la main; tendre des perches;
ronger son frein; mordre sur sa chique; avaler des couleuvres; avaler la pilule; marcher sur des
oeufs; marcher dans les clous; marcher main dans la main; avancer main dans la main; ramer dans le
meme sens; regarder vers l'avenir; regarder devant soi; penser positif; penser client; penser
collectif; penser a soi; penser hors de la boite; vouloir bien faire; savoir dire non; savoir
deleguer; savoir lacher; savoir se remettre en question; apprendre a dire non; apprendre a
deleguer; apprendre a lacher prise; apprendre de ses erreurs; se remettre en question; se remettre
en cause; se faire violence; se faire respecter; se faire une raison; se faire plaisir; se faire
moins de bile; se faire du souci; se prendre en main; se prendre la tete; se prendre au jeu; se
mettre en danger; se sentir legitime; se sentir a l'aise; se sentir mieux; se sentir utile; se
montrer disponible; se montrer patient; se montrer ferme; se montrer ouvert; se montrer a la
hauteur; se rendre disponible; se rendre utile; se rendre compte; s'ouvrir aux autres; s'ouvrir
davantage; se recentrer sur l'essentiel; se concentrer sur l'essentiel; se focaliser sur le
positif; accueillir les emotions; accueillir la critique; accepter la critique; accepter
l'imperfection; cesser de ruminer; arreter de stresser; arreter de culpabiliser; arreter de
vouloir tout controler; arreter de me prendre la tete; arreter d'avoir peur; respecter les autres;
respecter le cadre; respecter son rythme; reconnaitre ses erreurs; reconnaitre ses limites;
valoriser l'equipe; briser la glace; casser les silos; casser la routine; sauver les meubles;
limiter la casse; avoir la tete dans le guidon; voler de ses propres ailes; soigner la relation;
soigner le lien; prendre soin du lien; prioriser l'humain; privilegier le dialogue; privilegier
l'ecoute; favoriser l'echange; favoriser l'entraide; oser dire les choses; oser etre soi-meme;
lever les freins; lever les blocages; gerer ses emotions; gerer son stress; gerer ses priorites;
gerer la pression; maitriser ses nerfs; canaliser son energie; equilibrer vie pro et vie perso;
deconnecter le soir; couper mentalement; donner le meilleur; donner le meilleur de moi-meme;
donner une impulsion; donner de l'importance; donner la priorite; donner de la liberte; donner de
la valeur; donner le maximum; donner une bonne image; donner satisfaction; donner priorite a
l'humain; prendre soin; prendre conscience; prendre la mesure; prendre plaisir; prendre gout;
prendre des initiatives; prendre exemple; prendre le temps d'ecouter; prendre le temps de
reflechir; prendre du temps pour moi; mettre du coeur; mettre de la rigueur; mettre de l'humain;
mettre l'accent; mettre la priorite; mettre en avant; mettre la barre haut; mettre un point
d'honneur; mettre toutes les chances de mon cote; mettre mon ego de cote; mettre mes emotions de
cote; mettre des limites; mettre de la clarte; mettre de la fluidite; mettre de l'ambiance; mettre
un frein; faire preuve; faire de mon mieux; faire mon possible; faire des progres; faire mes
preuves; faire bonne impression; faire plaisir; faire du bien; faire honneur; faire le deuil;
faire la paix; faire l'impasse; tenir compte; tenir sa place; tenir la ligne; avoir conscience;
avoir a coeur; avoir un etat d'esprit constructif; avoir une vision d'ensemble; avoir de
l'empathie; avoir de la bienveillance; avoir du respect; avoir le souci du client; avoir le
reflexe; avoir de bonnes relations; avoir un bon equilibre; avoir envie; avoir peur; avoir l'air;
avoir un role moteur; avoir de l'influence; avoir plus d'impact; poser mes limites; poser les
jalons; poser les fondations; poser un regard neuf; poser un climat; poser une intention; poser
une ambition; poser ma voix; poser mon autorite; creer un climat; creer une ambiance; creer une
synergie; creer des synergies; creer de la confiance; creer l'adhesion; creer un esprit d'equipe;
creer une culture; creer une culture du feedback; creer les conditions; creer du sens; creer des
opportunites; creer un sentiment d'appartenance; creer de la proximite; creer un cadre
bienveillant; partager la vision; partager une vision commune; partager les valeurs; partager mes
valeurs; partager le pouvoir; partager la responsabilite; partager le leadership; partager la
reussite; partager le succes; partager mon enthousiasme; partager ma passion; partager mon
energie; partager mon ressenti; partager mes emotions; partager la meme ambition; partager le
sens; porter la voix du client; porter la culture; porter une ambition; porter attention; porter
un regard bienveillant; porter les couleurs; porter le message en interne; porter la
transformation; porter interet; porter un jugement; garder mon calme; garder mon sang-froid;
garder de la distance; garder un oeil; garder mon serieux; laisser de la liberte; laisser de
l'espace; laisser une chance; laisser une marge de manoeuvre; laisser mon ego de cote; laisser une
bonne impression; laisser le passe derriere moi; laisser les choses se faire; montrer de
l'interet; montrer du respect; montrer ma motivation; montrer mon engagement; montrer ma
disponibilite; montrer de la fermete; montrer de la bonne volonte; montrer plus d'enthousiasme;
apporter de l'energie; apporter de la clarte; apporter du sens; apporter de la bonne humeur;
apporter mon expertise; apporter ma pierre a l'edifice; apporter une plus-value; apporter de la
fraicheur; apporter mon appui; apporter de la positivite; trouver ma place; trouver la motivation;
trouver le courage; trouver le temps; trouver l'energie; trouver du sens; trouver mon rythme;
trouver les mots; trouver l'inspiration; rendre justice; rendre service; rendre confiance; rendre
heureux; rendre l'equipe autonome; rendre l'equipe fiere; rendre les choses plus simples; rendre
le travail plus agreable; rendre hommage; ouvrir mon esprit; ouvrir le dialogue; ouvrir mon coeur;
ouvrir des perspectives; ouvrir mes horizons; lever les doutes; lever les ambiguites; tirer parti;
tirer profit; tirer le meilleur; tirer un trait; tirer des enseignements; jouer mon role;
developper la confiance; developper l'autonomie; developper mon leadership; developper mon
assertivite; developper mon ecoute; developper ma posture; developper l'esprit d'equipe;
developper la culture client; developper mon reseau; developper la cohesion; developper mes
competences; instaurer une bonne ambiance; instaurer le dialogue; instaurer une culture de la
securite; instaurer une dynamique; instaurer le respect; cultiver l'optimisme; cultiver la
curiosite; cultiver la patience; cultiver l'humilite; cultiver le lien; installer la confiance;
installer un climat; installer une dynamique; installer une relation; installer mon autorite;
construire la confiance; construire une relation; construire une vision; construire du collectif;
construire un climat serein; construire l'avenir; maintenir le cap; maintenir la motivation;
maintenir le lien; maintenir le moral; maintenir une bonne ambiance; maintenir la cohesion;
maintenir la dynamique; maintenir la pression; changer la culture; passer pour un leader; passer
de bons moments; accorder ma confiance; accorder du credit; accorder de la place; accorder la
priorite; envoyer des ondes positives; envoyer de bonnes vibes; envoyer un signal fort; envoyer un
message positif; recevoir la critique avec calme; recevoir le feedback positivement; recevoir les
remarques sereinement; voir le positif; voir le bon cote; entretenir la motivation; entretenir le
lien; entretenir l'esprit d'equipe; nouer une relation de confiance; nouer le dialogue; reprendre
pied; reprendre mon souffle; sortir de ma zone de confort; sortir de ma bulle; sortir de ma
reserve; sortir grandi; travailler sur; monter en competence; gagner en confiance; mieux
communiquer; communiquer davantage; mieux m'organiser; mieux gerer mon temps; avancer sur; faire
avancer; faire evoluer; gagner en efficacite; gagner en autonomie; gagner en fluidite; gagner en
assurance; gagner en clarte; gagner en visibilite; gagner en rigueur; gagner en serenite; gagner
en leadership; gagner en maturite; monter en puissance; monter en gamme; monter en autonomie;
monter en charge; prendre de l'ampleur; faire mieux; affuter mes competences; aiguiser mon sens
de; se mettre a niveau; revoir ma facon de; changer ma facon de; travailler ma posture; travailler
mon leadership; travailler ma communication; travailler la cohesion; travailler en transversal;
travailler autrement; travailler plus efficacement; travailler main dans la main; bosser sur;
oeuvrer a; contribuer a; participer a l'amelioration de; s'inscrire dans; s'inscrire dans une
demarche; tendre vers l'excellence; elever le niveau; hausser mon jeu; relever le niveau; elargir
mes competences; elargir ma vision; capitaliser sur; tirer profit de; exploiter le potentiel de;
relancer la dynamique; accompagner le changement; accompagner la montee en competence; conduire le
changement; piloter la performance; deployer la strategie; mettre en oeuvre la strategie; assurer
le suivi; assurer la qualite; assurer la coordination; maintenir le niveau; entretenir mes
competences; acquerir de l'experience; acquerir de nouvelles competences; mieux faire; mieux
ecouter; mieux deleguer; mieux manager; mieux anticiper; mieux prioriser; mieux repartir la
charge; mieux accompagner; mieux collaborer; s'organiser autrement; compter sur; s'en vouloir; se
preparer mentalement; s'abstenir de juger; aspirer a; encaisser sans; encaisser la critique;
encaisser les critiques; encaisser le coup; encaisser les coups; encaisser les remarques;
encaisser les reproches; encaisser la pression; crever l'abces; vider l'abces; vider mon sac;
vider son sac; mettre cartes sur table; mettre les choses a plat; mettre ses tripes; mettre un
coup de collier; donner un coup de collier; mettre les gaz; mettre la gomme; mettre les voiles;
appuyer sur l'accelerateur; appuyer sur le champignon; se retrousser les manches; retrousser mes
manches; recharger les batteries; recharger mes batteries; recoller les morceaux; passer l'eponge;
enterrer la hache de guerre; faire la part du feu; rentrer dans le dur; entrer dans le dur;
rentrer dans le vif; entrer dans le vif; entrer dans une logique; entrer dans une dynamique;
entrer dans une demarche; entrer dans le jeu; entrer dans la danse; rentrer dans le rang; rentrer
dans ma coquille; rentrer dans les details; sortir du mode; sortir de la logique; sortir de
l'urgence; sortir de mon silence; sortir de ma torpeur; sortir de la spirale; sortir des sentiers
battus; sortir le grand jeu; redescendre sur terre; garder les pieds; garder la tete haute; garder
la tete hors de l'eau; garder le nord; garder la banane; garder la pression; perdre le nord;
perdre le fil; perdre patience; perdre pied; avancer a mon rythme; avancer pas a pas; avancer
sereinement; avancer ensemble; prendre ma part; prendre mon courage; prendre mon envol; prendre
les gens comme; prendre les choses; prendre la vie; prendre des gants; prendre le pouls du;
prendre le pouls de la; prendre la temperature de l'equipe; prendre la temperature du service;
prendre de front; prendre a bras le corps; prendre racine; prendre de l'altitude; prendre de
l'avance; prendre mes aises; prendre la releve; prendre parti; prendre position; tirer vers le
haut; tirer mes troupes vers; tirer les gens vers; tirer tout le monde vers; aller chercher le
meilleur; aller a la rencontre; aller au contact; aller au- devant; aller au fond; aller droit au
but; aller au bout; jouer la carte de; jouer les roles; jouer sur la corde; mouiller le maillot;
mouiller la chemise; porter la voix; porter la parole; porter le collectif; porter ma croix;
porter le flambeau; porter la culotte; donner une ame; donner un nouveau souffle; donner un second
souffle; donner un coup de fouet; donner un coup d'accelerateur; donner un nouvel elan; donner du
coeur; donner des ailes; donner du grain a moudre; donner une chance; donner une seconde chance;
donner le feu sacre; donner de la voix; casser les codes; casser la baraque; casser l'ambiance;
casser les prejuges; casser la dynamique; briser les tabous; briser les chaines; briser le plafond
de verre; bousculer les codes; bousculer les habitudes; bousculer les lignes; semer des graines;
semer le doute; recolter les fruits; ouvrir le debat; ouvrir le jeu; ouvrir les vannes; ouvrir le
bal; ouvrir les yeux; ouvrir les esprits; ouvrir la discussion; fermer les yeux sur; remettre les
compteurs a zero; remettre les pendules; remettre de l'ordre dans; remettre les choses en place;
remettre l'eglise au milieu; remettre l'ouvrage; remettre en cause; mettre au premier plan; mettre
la securite au; mettre la qualite au; mettre le client au; mettre l'humain au; mettre tout le
monde dans; mettre dans le meme bateau; mettre les pieds dans le plat; mettre le feu; mettre du
baume; mettre de l'eau; mettre mes oeilleres; mettre un cadre; mettre une bonne ambiance; fixer un
cap; fixer le cap; fixer des limites; fixer mes limites; tenir la maison; tenir la boutique; tenir
debout; tenir les deux bouts; laisser les egos; laisser mes soucis; laisser mes problemes; laisser
mon ego; laisser les emotions; laisser place; laisser la place; laisser libre cours; laisser carte
blanche; laisser une trace; faire place; faire grandir; faire monter en competence; faire tomber
les barrieres; faire tomber les murs; faire tomber les masques; faire sauter les verrous; faire
emerger; faire eclore; faire germer; faire souffler; faire mouche; faire tache d'huile; faire
bouger; faire vivre; faire le plein d'energie; faire peau neuve; faire le job; faire le taf; faire
le mort; faire la loi; faire la morale; faire du zele; faire dans la dentelle; faire un pas vers;
faire le premier pas; faire un pas de cote; faire un pas en arriere; arriver avec le sourire;
arriver avec l'envie; arriver de bonne humeur; venir avec le sourire; plonger dans le bain; se
plonger dans le management; se jeter a l'eau; se jeter dans le bain; se tirer une balle; se
prendre pour; se noyer dans; se perdre dans; se cacher derriere; se voiler la face; se laisser
gagner; se laisser faire; se laisser envahir; se laisser emporter; montrer les dents; montrer les
muscles; montrer le cap; serrer la vis; serrer les rangs; serrer les boulons; desserrer l'etau;
lacher les chevaux; lacher l'affaire; lacher la pression; rompre la glace; rompre les rangs;
franchir un cap; franchir le cap; franchir le pas; sauter le pas; passer le cap; passer la
seconde; passer a la vitesse; passer au-dessus; passer outre; tourner sept fois; garder raison;
raison garder; battre le fer; battre des records; mener la danse; mener la barque; mener de front;
mener par l'exemple; diriger par l'exemple; manager par l'exemple; manager par la confiance;
marquer le coup; marquer les esprits; marquer mon territoire; marquer des points; renverser la
vapeur; redresser la barre; redresser la tete; relever le gant; lever la tete; lever les yeux;
baisser les armes; baisser d'un ton; baisser la pression; monter au creneau; monter en fleche;
monter d'un cran; descendre de mes grands chevaux; dormir sur mes deux oreilles; dormir sur mes
lauriers; souffler le chaud; souffler sur les braises; eteindre les incendies; eteindre les feux;
jeter l'eponge; jeter des ponts; lancer des ponts; construire des ponts; preparer l'avenir;
preparer le terrain; deblayer le terrain; defricher le terrain; labourer le terrain; reprendre du
poil; reprendre du service; reprendre mes esprits; retrouver mes esprits; retrouver la flamme;
retrouver le feu; rallumer la flamme; raviver la flamme; nourrir le collectif; nourrir l'equipe;
sentir le vent; nager a contre-courant; ramer a contre-courant; naviguer a vue; tenir la corde;
voir venir; voir le bout; voir clair; voir juste; voir large; pousser les gens a; pousser chacun;
pousser tout le monde; ecouter avec le coeur; ecouter mon instinct; suivre mon instinct; suivre
mon intuition; suivre ma voie; suivre la cadence; suivre le mouvement; trouver mes marques;
trouver ma voie; trouver mon style; trouver l'equilibre; respirer la serenite; respirer la
confiance; vivre l'instant; transformer l'essai; transformer les contraintes; affronter mes peurs;
affronter la tempete; affronter les difficultes; traverser la tempete; garder la ligne; bruler les
etapes; griller les etapes; travailler sur moi; bosser sur moi; apprendre a me connaitre;
apprendre a lacher; apprendre des autres; parler vrai; parler avec le coeur; parler d'une seule
voix; parler le meme langage; parler la meme langue; decrocher de; lever les malentendus; lever
les non-dits; lever les tabous; dissiper les doutes; dissiper les malentendus; tenir mon rang;
tenir ma place; tenir mes nerfs; poser un regard; porter un regard; avoir un regard; jeter un
regard neuf; mettre de l'ordre dans mes priorites; mettre de l'ordre dans mes idees; mettre de
l'ordre dans ma tete; mettre de l'ordre dans ma vie; mettre de l'ordre dans mes pensees; tout
decider; tout controler; tout gerer; tout porter; tout
savoir; tout vouloir; tout prendre; tout centraliser; tout maitriser; tout surveiller
"""
"""Verb and object together are no act."""

ACTS = """
faire un point avec; faire le point avec l'equipe; faire un mail; faire un retour ecrit; faire
le compte rendu; faire un cr; faire le tour de l'atelier; faire le tour des bureaux; faire le
tour des chambres; faire le tour du chantier; faire la tournee; faire une ronde; faire
l'inventaire; faire la caisse; faire les comptes; faire la fermeture; faire l'ouverture; faire
le menage; faire la vaisselle; faire les vitres; faire les lits; faire la mise en place; faire
le plein; faire la vidange; faire les courses; faire la commande; faire une commande; faire un
devis; faire le devis; faire la facture; faire les paies; faire la paie; faire la declaration;
faire une demo; faire une presentation; faire une formation; faire un cours; faire un test;
faire un essai; faire un audit; faire une visite; faire une visite securite; faire un exercice
d'evacuation; faire une sauvegarde; faire un backup; faire une copie; faire des photocopies;
faire un scan; faire une photo; faire une video; faire un tableau; faire un fichier; faire une
fiche; faire une affiche; faire un schema; faire un plan; faire une liste; faire la liste; faire
une to-do; faire un brouillon; faire un resume; faire un bilan; faire le bilan avec; faire un
debrief; faire un sondage; faire un vote; faire un tour de table; faire une reunion; faire un
atelier; faire l'appel; faire l'entretien annuel; faire passer l'entretien; faire un courrier;
faire une lettre; faire un virement; faire un cheque; faire un don; faire une pause; faire une
sieste; faire du sport; faire du velo; faire 30 minutes de marche; faire un footing; faire des
etirements; faire le cafe; faire un gateau; faire a manger; faire la queue; faire un detour par;
faire la route; faire un aller-retour; faire suivre le mail; faire parvenir le dossier; faire
signe; faire visiter les locaux; faire tourner la machine; faire chauffer le four; faire le
lavage; faire la toilette du patient; faire le pansement; faire la prise de sang; faire les
transmissions; faire la releve; faire un prelevement; faire le tri; faire le rangement; faire de
la place sur l'etagere; faire une croix dans le calendrier; faire la remarque a; faire un
reproche a; faire un compliment a; faire des excuses a; faire un discours; faire une annonce;
faire une blague; faire un post; faire un ticket; faire un commit; faire une pull request; faire
la mise a jour; faire le deploiement; faire la recette; faire un call; faire un meeting; faire
un lunch avec; faire la lecture; faire la minute de silence; prendre rdv; prendre rendez-vous;
prendre un rdv avec; prendre un cafe avec; prendre le cafe avec; prendre un verre avec; prendre
un lunch avec; prendre des notes; prendre la parole; prendre la parole en reunion; prendre le
telephone; prendre mon telephone; prendre un appel; prendre contact avec; prendre des nouvelles
de; prendre les constantes; prendre la tension; prendre la temperature du frigo; prendre les
mesures du local; prendre les cotes; prendre une photo; prendre une capture d'ecran; prendre le
bus; prendre le train; prendre le velo; prendre les escaliers; prendre la route; prendre
l'avion; prendre un conge; prendre un jour de conge; prendre mes rtt; prendre une pause; prendre
ma pause dehors; prendre une pause de dix minutes; prendre mes medicaments; prendre une douche;
prendre une inscription; prendre les presences; prendre la garde; prendre le poste de; prendre
la permanence; prendre la commande; prendre la caisse; prendre un ticket dans le backlog;
prendre un abonnement; prendre une assurance; prendre un stagiaire; prendre une salle; prendre
les cles; prendre le pv; prendre le proces-verbal; prendre mon badge; mettre a jour le tableau;
mettre a jour le fichier; mettre a jour la fiche; mettre a jour le planning; mettre a jour le
registre; mettre en copie; mettre en cc; mettre le sujet a l'ordre du jour; mettre a l'agenda;
mettre dans l'agenda; mettre au calendrier; mettre un rappel; mettre une alarme; mettre un
minuteur; mettre un reveil; mettre le telephone en silencieux; mettre le telephone en mode
avion; mettre mon telephone dans le tiroir; mettre une affiche; mettre un mot sur la porte;
mettre un post-it; mettre un commentaire; mettre une note; mettre un message; mettre une
annonce; mettre en ligne; mettre en rayon; mettre en production; mettre en prod; mettre en
service; mettre en vente; mettre en demeure; mettre sous pli; mettre sous scelle; mettre sous
vide; mettre au frigo; mettre a la poubelle; mettre au propre; mettre par ecrit; mettre sur le
drive; mettre sur le serveur; mettre sur teams; mettre le casque; mettre les gants; mettre mes
epi; mettre le gilet; mettre la ceinture; mettre la table; mettre les chaises; mettre le
couvert; mettre en relation avec; mettre a disposition le document; mettre fin au contrat;
mettre un ticket; mettre une absence dans le systeme; mettre le son coupe; mettre de l'argent de
cote; mettre 50 euros de cote; donner les cles; donner le planning; donner les consignes; donner
la consigne; donner un feedback a; donner un retour a; donner un retour ecrit; donner mon avis
ecrit; donner la parole a; donner un coup de fil; donner un coup de main a; donner un cours;
donner une formation; donner une date; donner les chiffres; donner les resultats; donner le
dossier a; donner acces a; donner les acces; donner un badge; donner rendez-vous a; donner
l'ordre; donner l'alerte; donner ma demission; donner mon preavis; donner mon conge; donner
procuration; donner delegation par ecrit; donner un document; donner une copie; donner une
reponse a; donner un exemple en reunion; donner trois exemples; donner la liste; donner le bain;
donner a manger; donner les medicaments; donner un coup de balai; donner un tour de cle; donner
du sang; donner un call; tenir la reunion; tenir une reunion; tenir la permanence; tenir la
caisse; tenir le stand; tenir l'accueil; tenir un journal de bord; tenir un carnet de bord;
tenir le registre; tenir un tableau de suivi; tenir le cahier de texte; tenir le pv; tenir les
comptes; tenir un discours; tenir la porte; tenir une conference de presse; tenir un atelier;
tenir l'ag; tenir le standard; tenir un entretien avec; poser une question; poser trois
questions; poser la question a; poser un conge; poser mes conges; poser mes vacances; poser un
jour; poser une rtt; poser un creneau; poser un rdv; poser une date; poser une reunion; poser
une etagere; poser le carrelage; poser un panneau; poser une affiche; poser une perfusion; poser
un pansement; poser une option; poser un cadenas; poser mon telephone; poser le stylo; poser mon
casque; poser un ticket; poser ma demission; poser ma candidature; poser la premiere pierre;
poser un preavis; passer un coup de fil; passer un appel; passer au bureau de; passer voir;
passer dire bonjour; passer a l'atelier; passer a la pharmacie; passer chez le client; passer
dans les bureaux; passer la serpilliere; passer l'aspirateur; passer le balai; passer la loque;
passer la panosse; passer la moppe; passer une commande; passer commande; passer une annonce;
passer une ecriture; passer la parole a; passer le relais a; passer le dossier a; passer les
consignes; passer le badge; passer le mot a; passer une heure avec; passer trente minutes a
classer; passer un examen medical; passer au scan; passer au karcher; passer la visite medicale;
passer la tondeuse; tirer les volets; tirer le rideau; tirer au sort; tirer un pdf; tirer les
plans; tirer un cable; tirer la chasse; lever la main; lever l'alarme; lever la seance; lever la
reserve; ouvrir un ticket; ouvrir la seance; ouvrir le magasin; ouvrir la caisse; ouvrir les
fenetres; ouvrir le courrier; ouvrir un dossier; ouvrir un compte; ouvrir une fiche d'incident;
avoir envie de; prendre le temps de; reconnaitre mon
erreur devant; reconnaitre mes erreurs devant; reconnaitre mes torts devant; rendre compte a;
rendre compte au; rendre compte aux; rendre compte chaque; rendre compte par;
lancer l'invitation; lancer le sondage; lancer le build; lancer la machine; lancer l'impression;
lancer la commande; lancer un appel d'offres; lancer la procedure; monter le dossier; monter
l'etagere; monter la video; monter un devis; monter voir; sortir les poubelles; sortir le
rapport; sortir les chiffres; sortir de la salle; sortir le chariot; rendre le rapport; rendre
la copie; rendre les cles; rendre le materiel; rendre les copies corrigees; rendre visite a;
rendre l'argent; rendre mon badge; porter le colis; porter le dossier a; porter plainte; porter
mes epi; porter le casque; porter le gilet jaune; porter la reclamation a; porter un toast;
creer un groupe whatsapp; creer un ticket; creer un fichier; creer un canal teams; creer un
compte; creer une fiche; creer un modele; creer un formulaire; partager l'ecran; partager le
document; partager le lien; partager le compte rendu; partager le planning; partager le fichier;
partager l'agenda; partager les slides; avoir un entretien avec; avoir un call avec; avoir un
echange telephonique avec; laisser un message; laisser un mot; laisser un vocal; laisser mon
telephone a la maison; laisser le pc au bureau; laisser la parole a; laisser parler; laisser
animer la reunion; laisser les cles a; laisser un pourboire; laisser la porte ouverte; garder le
silence; garder la porte fermee; garder une copie; garder le ticket; montrer le tableau; montrer
le geste; montrer la manoeuvre; apporter les croissants; apporter le dossier; apporter le
materiel; trouver une salle; trouver un remplacant; mettre de l'ordre dans;
mettre de l'huile; mettre du sel; mettre de l'eau dans le; mettre du gel; mettre du scotch;
mettre de l'essence; mettre de la colle; mettre de la peinture; mettre du sable
"""
"""The same verbs with something one can see."""
