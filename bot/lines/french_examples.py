"""French lines of team check-ins: what may be shown, and what judges somebody.

They are read by `bot.lines.likeness`. A line that was told apart wrongly is worth adding.
"""

FINE = """
Les commerciaux ont besoin des tarifs avant le 20
Est-ce que l'équipe de nuit peut noter la température du frigo ?
Ceux qui commencent à 6h ne peuvent pas venir à 17h, déplaçons la réunion
je peux aider les nouveaux sur le logiciel
Les clients attendent trop longtemps à l'accueil
Personne ne sait où est le double des clés
trop de monde dans la réunion d'avancement
Que les responsables partagent le budget plus tôt
Plus de monde le samedi svp
J'aimerais l'avis des infirmières sur la nouvelle fiche
Une heure avec les comptables avant la clôture
Bravo pour la migration, notons ce qu'on a appris
Merci à tous pour le coup de main de la semaine dernière
Vous pouvez compter sur moi pour l'inventaire
Je vous fais confiance pour choisir la date
qu'on arrête d'utiliser trois messageries
Apprendre ensemble le nouveau CRM, je montre les bases
commencer à l'heure même s'il manque du monde
Rien à ajouter merci
Je n'ai pas assez de temps pour les relectures
Que l'équipe de jour et l'équipe de nuit se voient une fois par mois
respecter les pauses affichées
On râle beaucoup et on change peu, choisissons une chose
je ne sais jamais qui est d'astreinte
Personne pour tenir l'accueil à midi, faisons un roulement
On ne sait plus qui fait quoi depuis la réorganisation
Quand quelqu'un est absent, dire qui reprend ses dossiers
Les patients posent les mêmes questions, une fiche aiderait
Les fournisseurs sont payés en retard et nous appellent tous les jours
Les validations prennent deux semaines
toujours les mêmes questions, je peux écrire une FAQ
que les autres me disent quand je parle trop
chacun remplit sa feuille d'heures avant vendredi midi
merci d'être à l'heure aux transmissions
Un compliment de temps en temps
Que la direction nous donne le calendrier du déménagement
Plus de respect des plages calmes
je suis la seule à avoir le code du coffre, il en faudrait une deuxième
Je fais la remise en banque seul, j'aimerais un binôme
Si certains ont besoin d'aide sur la douchette, je suis là jeudi
le juridique répond au bout d'une semaine, il nous faudrait 2 jours
Faire moins de choses et les finir
De toute façon le serveur sera changé en mars, préparons les sauvegardes
mettre la main à la pâte le jour de l'inventaire, j'en suis
les collègues en télétravail n'entendent rien en réunion
Pouvoir dire non sans se justifier
Les plannings changent tout le temps
Plus d'efforts sur le tri des déchets
Je ne peux pas compter sur l'imprimante du 2e
les alertes sont trop nombreuses, elles tombent la nuit pour rien
Demander de l'aide plus tôt, nous tous
je peux m'asseoir avec ceux qui font l'export de paie
Les étudiants ont besoin d'une vraie journée d'accueil
ne pas appeler les collègues en congé
Une salle pour les parents qui attendent
Les chauffeurs attendent 40 min à la barrière, il faut un deuxième créneau
vous pourriez tous venir à la dégustation mardi
je réponds volontiers à vos questions sur les retraites
moins de personnes en copie des mails
laisser aussi les jeunes présenter
et si on avait une boite mail commune pour les réclamations
que personne ne travaille pendant la pause
quelqu'un pour échanger mon samedi
je connais bien l'ancien logiciel, profitez-en
il fait froid dans les bureaux et le chauffage est encore en panne
Dites-moi ce dont vous avez besoin, je verrai ce que je peux faire
pas de mail après 19h, les gens ont une famille
vous êtes top, gardez votre humour
Les responsables ont besoin des chiffres lundi, figeons-les vendredi
un oui ou un non clair quand je pose un congé
il faut trois personnes pour valider un crayon
le livret d'accueil est périmé, je peux le refaire
Deux signatures pour 50 euros c'est trop
chacun apporte une idée à la rétro
J'étais malade, désolé du retard, je m'y remets
un merci quand on fait des heures sup
n'oubliez pas le test de fumée avant de déployer
contente de voir la liste d'attente baisser
ce serait bien que vous me préveniez quand le bloc prend du retard
avoir le planning 3 semaines avant svp
Je peux prendre deux nuits en decembre
moins de reunions le lundi matin
des transmissions ecrites avant 7h, pas au milieu du couloir
je montre volontiers le nouveau pousse-seringue a ceux qui veulent
Que le chariot soit rempli en fin de poste
les plannings arrivent trop tard
un brief écrit avant de commencer a coder
je relis les PR tous les jours de 9h a 10h
Le build casse tous les vendredis
qu'on arrête de livrer en prod le vendredi aprem
J'offre une heure par semaine pour automatiser les tests
des tickets plus clairs : quoi, pourquoi, pour quand
Les decisions tombent apres le debut du sprint
La livraison arrive après l'ouverture, les rayons restent vides jusqu'à midi
je fais l'inventaire lundi pour que vous puissiez ouvrir
du renfort en caisse des qu'il y a plus de 5 clients
être deux aux cabines le samedi
j'apporte un gateau si on fait l'objectif
recevoir les factures avant le 25
Je partage mon modèle de TCD pour les provisions
la cloture prend 9 jours, j'aimerais qu'on essaie 6
une reponse sous 48h quand je demande un justificatif
Trop de versions du fichier budget circulent
je suis à l'aise avec le publipostage, demandez-moi
que le guichet ferme a 16h les jours de conseil
des courriers en langage simple, les usagers rappellent car c'est pas clair
Je prends la permanence du mercredi contre celle du vendredi
rien de special, on continue comme ça
un retour franc sur mon dossier, meme si ça pique
un peu de patience le temps que j'apprenne le logiciel
me prévenir tôt quand une échéance bouge
on s'entraide bien dans le service, gardons le point de 5 min
plus de calme le matin dans l'open space
Chorus plante une fois sur deux, il faudrait un vrai support
Des réunions plus courtes
Que l'on se réponde sous 24 h
J'offre une heure d'aide sur Excel le vendredi
un ordre du jour avant chaque reunion
J'attends des priorités claires en début de semaine
moins de mails le soir
Que nous disions non plus souvent
Je peux relire les dossiers le matin
Je propose d'animer la rétro en avril
Avoir une décision à la fin de chaque réunion
savoir avant mardi ce que le bureau de Lyon a décidé
Fermer les tickets Jira avant vendredi
Plus de confiance pendant le télétravail
Je peux former ceux qui veulent à Power BI
Un calendrier partagé pour les congés
Être prévenue tôt quand une échéance bouge
On ne finit jamais à l'heure, réservons 45 minutes
L'export SAP est toujours en retard, il faut une solution
je suis souvent en retard au point du lundi, je vais faire mieux
Laisser chacun finir sa phrase
une discussion honnete sur la charge de travail
J'aide qui est bloqué, il suffit de demander
La documentation dans GitHub et pas dans des notes perso
Un peu plus de patience avec les nouveaux
Je prends le téléphone de 9 h à 10 h
Que chacun coche ses tâches quand elles sont faites
Grâce à un tableau commun, on verrait mieux où l'on en est
Il faudrait moins de changements de dernière minute
qu'on se dise les choses franchement
plus de visibilité sur le budget, svp
Je vous propose un point de 15 minutes le mercredi
Il est important de tester avant de livrer
ouvrir deux guichets a la pharmacie a 14h
je peux faire la tournée du matin le jeudi
remettre le tableau blanc dans le couloir
merci d'étiqueter les prélèvements avec date et heure
des bras en plus les jours de sortie
je montre le nouveau lecteur de glycémie aux transmissions
être prévenus quand on déplace des lits
un coin calme pour écrire les transmissions
une liste de qui est dans quel secteur
quelqu'un peut échanger le 24 avec moi ?
j'offre de vérifier le chariot d'urgence chaque lundi
on oublie les bilans hydriques, une affichette aiderait
une seule façon de nommer les branches
des PR plus petites, plus faciles à relire
Je peux être d'astreinte la semaine du 12
écrire les tests avant de refactorer
supprimons les tests instables ou réparons-les
la préprod tombe un jour sur deux
une doc pour l'api de paiement
J'aimerais travailler à deux sur la migration kafka
moins de priorités, trois suffisent
je fais volontiers une démo du tableau de bord
des estimations sans pression
les mises en prod durent deux heures, je peux regarder le pipeline
une vraie revue de conception avant de construire
Une démo courte, 20 min max
une réserve rangée, pas de cartons par terre
les affiches de promo arrivent après le début de la promo
je peux ouvrir le dimanche ce mois-ci
étiquettes imprimées la veille au soir
deux paniers de plus à l'entrée
une formation sur la nouvelle caisse
une chaise au comptoir svp
je m'occupe de la vitrine pour paques
le planning affiché avant le 15
moins de papier, le bon de retour pourrait être numérique
plus de pain a 11h, il faut en commander davantage
connaître l'objectif de vente en début de semaine
m'aider à compter le coffre le soir
un fichier commun des contacts fournisseurs
des factures avec un numéro de commande
Je peux faire le rapprochement bancaire tous les jours
des dates limites claires pour la clôture
Questions de TVA : voyez avec moi le matin
l'export du grand livre a de mauvaises colonnes
les justificatifs en pdf et pas en photo
un seul modèle pour tous les budgets
j'aimerais comprendre comment se fait la prévision
les dossiers d'audit prêts le 10
quelqu'un pour vérifier la paie avec moi
pas de nouvelle demande le jour de la clôture
des validations plus rapides pour les petits montants
savoir qui traite quelle autorisation
des courriers plus courts aux habitants
je prends l'accueil les jours de marché
un renvoi des appels pendant midi
Noter les réclamations au même endroit
j'offre de mettre à jour la page passeports du site
les dossiers reviennent incomplets de l'autre bâtiment
du temps pour lire le nouveau décret avant qu'il s'applique
une demi-heure par semaine pour les cas difficiles
de meilleures chaises en salle 2
des consignes claires pour le plan inondation
je peux traduire le dépliant en polonais
aérer plus souvent
plus de lumière aux archives mdr
fêter la fin d'un projet
j'aimerais entendre sur quoi travaillent les autres équipes
qu'on me dise quand je me trompe
je pose peut-être trop de questions, dites-le-moi
j'apporte des fruits le lundi
poser les congés d'été avant mars
un vrai pot de départ quand quelqu'un part
moins de précipitation au brief du matin
gardons le quiz du vendredi
que les réservations de salle soient respectées
se mettre d'accord sur ce que veut dire fini
un retour après ma première présentation
des réunions en marchant quand il fait beau
que personne n'ait à porter seul
du soutien quand un patient s'énerve
on forme une bonne équipe, continuons
Les réunions commencent en retard et débordent
mon ordi rame, à qui demander ?
des outils qui marchent ensemble
que l'équipe essaie une seule chose à la fois
notre équipe marche bien, gardons le café du lundi
demandez-moi si vous avez besoin d'un coup de main au transpalette
vous pouvez emprunter mes notes de formation
dites-moi ce qu'il vous faut avant mercredi
de quoi avez-vous besoin de ma part ce mois-ci ?
je vais écouter davantage et parler moins
parler de la charge sans chercher de coupable
les collègues de l'autre site pourraient venir en visio
que chacun anime le point à son tour
je préfère une longue réunion que trois petites
personne n'a la clé de la deuxième armoire
si j'oublie quelque chose dites-le moi tout de suite
je ne comprends pas le nouveau formulaire, qui peut m'expliquer
les autres m'ont bien accueilli, j'aimerais faire pareil pour les prochains
ça m'aiderait de savoir pourquoi on le fait
on ne voit jamais les retours des clients
quelqu'un avec qui déjeuner les jours où je finis tard
toujours partante pour aider sur les stats
je ne sais pas où sont rangés les modèles
quelqu'un qui connaît excel pour une heure avec moi
on pourrait aller plus vite sur les devis
je suis mauvais en planning, je veux bien des astuces
je n'aime pas la nouvelle présentation, on peut voter ?
supprimer le mail du lundi, un message dans le canal suffit
nos responsables ont besoin des chiffres avant nous
on entend mal le téléphone dans le magasin
le même rapport est saisi deux fois
par téléphone uniquement les urgences svp
tous sur site le mardi
je me sens bien dans cette équipe
de la bonne humeur, c'est tout
montrer aux nouveaux où sont les choses
la visite des médecins est à 8h, il faudrait les résultats du labo avant
j'aimerais apprendre des anciens
le support ferme trop tôt pour notre équipe
on attend plus les validations qu'on ne travaille
mieux connaître les gens de l'entrepôt
merci pour l'accueil, je propose d'écrire un guide pour le suivant
vous êtes les meilleurs, je paie ma tournée
certains écrans sont trop petits pour deux fenêtres
si vous n'avez pas le temps cette semaine dites-le, pas de souci
certaines pièces arrivent cassées
un peu de calme l'après-midi
certains fichiers manquent sur le partage
personne ne devrait monter seul à l'échelle
que personne ne reste tard sans avoir été prévenu
les gens sont sympas ici, gardons ça
vous êtes une équipe formidable
tout le monde est gentil avec les nouveaux, merci
d'autres peuvent avoir besoin de la salle, pensez à réserver
les collègues en déplacement devraient recevoir le compte rendu
l'équipe de nuit pourrait donner son avis sur le nouveau planning
les personnes à distance devraient voir le tableau
vous pouvez m'appeler à toute heure pour l'alarme
vous aurez mon premier jet avant midi
vous n'êtes pas obligés de répondre le soir
s'il y a une erreur dans mes rapports dites-le-moi
ne jamais sauter la double vérification de l'insuline
il ne faudrait jamais livrer sans sauvegarde
toujours deux personnes à la remise en banque
j'ai toujours dix minutes pour une question
je suis toujours libre le mercredi matin
n'hésitez pas à appeler
les règles des heures sup ne sont pas claires pour moi
une demi-heure sans téléphone par jour
la plupart des tickets n'ont pas de responsable
plusieurs formulaires pourraient n'en faire qu'un
plusieurs clients ont demandé le paiement par carte
des chaises sont cassées en salle de pause
tous les petits travaux tombent en fin de journée
pourquoi pas un dossier commun
Pourquoi garde-t-on deux listes de stock ?
on ne sait pas qui signe
la réglementation change sans cesse, une synthèse par mois svp
quand les autres déjeunent je peux prendre les appels
l'équipe de ménage a besoin d'un accès le dimanche
que toute l'équipe ait la même formation
je trouve le circuit trop lent
je pense que les réunions pourraient être plus courtes
on ne voit pas l'agenda de l'autre équipe
voulez-vous que j'anime la séance sur les dosages
si vous pouviez fermer la fenêtre des archives
dire ce qui est fait et ce qui reste
les plannings sont bien faits, merci
je montre volontiers mes macros
je partage mes modèles de courriers
la machine à étiquettes plante tous les matins
ça coince toujours à la validation
certains outils sont difficiles à installer
certains postes sont mal éclairés
certaines fiches sont à revoir
""".strip().splitlines()
"""Wishes and offers, and what is said of work, tools and ourselves."""

JUDGING = """
Y en a qui se croient chez eux à la salle de pause
c'est toujours les mêmes qui restent tard, devinez qui
un peu d'honnêteté de la part de ceux d'en haut
Le siège ne sait pas comment on bosse ici
Les infirmières de l'autre service nous regardent de haut
Personne ne lève le petit doigt à la livraison
si seulement vous saviez lire
ça parle dans mon dos
tout le monde n'a pas l'esprit d'équipe, si vous voyez ce que je veux dire
Je me demande pourquoi certains sont payés
mes soi-disant collègues
on ne peut rien demander sans se prendre un soupir
Les commerciaux promettent la lune et on ramasse les morceaux
merci de m'avoir encore laissée tomber
les vieux ne changeront jamais
une équipe qui travaille vraiment en équipe, ça changerait
Cette équipe est une blague
trop de chefs, pas assez d'indiens
Je dois nettoyer derrière des adultes tous les jours
chacun pour soi, comme d'habitude
j'ai l'impression que l'équipe du matin évite le sale boulot
Ça vous arracherait la bouche de dire bonjour ?
Ils ont été embauchés par relation
ces ingénieurs qui trouvent que tester est indigne d'eux
je ne doute pas de vos bonnes intentions mais le résultat est faible
personne ne dit la vérité ici
vous pourriez au moins faire semblant d'écouter
arrêtez de vous cacher au bureau quand y a la queue en caisse
Moins de blabla dans le dos des gens
Je me sens lâché par le groupe
les nouveaux n'ont aucun sens du travail
ici il y en a des plus égaux que d'autres
La compta vit dans un autre monde
on a une équipe qui dit oui et qui fait non
J'attends des adultes, pas des enfants
la façon dont on me parle ici n'est pas normale
être ignoré à chaque fois que j'ouvre la bouche, merci
Contrairement à certains, je finis mon travail
vous avez toujours une excuse
on traîne des gens qui n'ont rien à faire là
c'est pas compliqué de laver une tasse quand même
recrutez des gens qui savent compter
tout sourire par devant et par derrière...
Je prête ma montre à ceux qui arrivent à 9h30
Franchement les autres ne sont pas très rigoureux
Jamais un merci, jamais un bonjour
marre de faire le boulot des autres
l'équipe manque cruellement de sérieux
Il y a du boulot côté savoir-être
la bonne humeur c'est pas votre truc
Il faut bien que quelqu'un le dise, cette bande n'essaie même pas
si les gens passaient autant de temps à bosser qu'à papoter
c'est comme parler à un mur
Je croyais rejoindre une équipe, je me suis trompé
de rien, pour la centième fois
ici c'est ceux qui crient le plus fort qui gagnent
les bons créneaux vont toujours aux préférés
Des béni-oui-oui partout
mon avis ne compte pas de toute façon
J'offre une horloge, vu que personne n'a l'air d'en avoir une
Nos chers planificateurs n'ont jamais mis les pieds en magasin
les médecins se prennent pour des dieux
ça aiderait si vous lisiez ce que j'écris
un petit effort ne ferait pas de mal à l'équipe d'après-midi
J'ai des doutes sur les compétences dans ce groupe
vous promettez et le lendemain vous oubliez
les gens sont là que pour la paie
tout le monde a peur de parler à cause de qui on sait
les anciens gardent leur savoir comme un trésor
Je ne me sens soutenu par aucun de vous
pas impressionnée par l'attitude ces temps-ci
y en a qui bossent figurez-vous
l'équipe mérite mieux que ça comme collègues
n'attendez pas d'aide de ma part après ce que vous avez fait
la rh sert à rien
tous des politiques, pas un qui travaille vraiment
je préfère le faire moi-même que vous attendre
on sait tous qui casse le build
les gens polis disent bonjour le matin
faudrait voir à se calmer sur les pauses clope, n'est-ce pas
de toute façon vous n'écoutez jamais
la moitié de l'équipe ne fait rien de la journée
Certains ici sont juste des feignants
la direction est completement a coté de la plaque
ce serait bien que certains collegues arrivent à l'heure pour une fois
je n'attends plus rien de vous
super, encore une idée de génie des bureaux
l'équipe de nuit nous laisse tout en plan
Sans vouloir vexer personne, je trouve les commerciaux assez hautains
Il serait temps de grandir un peu
ils ne pensent qu'a eux
comme si quelqu'un ici s'interessait a mon avis
vous etes d'une lenteur, c'est penible
Les dev sont des divas
que ceux qui râlent tout le temps se mettent au boulot
des gens qui se planquent derriere leur ecran
moins de coups bas de l'équipe du matin
peut-être que quelques-uns d'entre nous ne sont pas tout à fait au niveau
vous devriez avoir honte de l'état de la cuisine
c'est toujours moi qui fais tout et les autres en tirent les lauriers
on ne peut faire confiance à personne ici
moins d'egos dans la salle
les gens de la compta se croient supérieurs
j'offre des cours de politesse, y en a qui en ont besoin
Arretez de faire les enfants pour le planning
Certains ne font rien
Il est nul
Vous êtes toujours en retard
ils n'ecoutent jamais
Elle se plaint sans arrêt
Personne ici n'est compétent
la moitie de l'equipe ne fout rien
Les autres s'en fichent
vous n'êtes pas sérieux
Tu es trop lent
Certaines personnes sont paresseuses
Ils sont incapables de tenir un délai
quelqu'un s'attribue toujours mon travail
Les gens ici sont tellement négatifs
vous ne m'aidez jamais
vous ne venez me voir que quand vous avez besoin de quelque chose
J'ai arrêté d'attendre de l'aide depuis longtemps
ce sont toujours les deux mêmes qui font tourner la boutique
personne ne dit bonjour le matin
est-ce qu'il vous arrive de lire les transmissions ?
pourquoi j'écris si personne ne lit
une partie du personnel est sur son téléphone toute la journée
des chefs qui n'ont jamais fait une nuit nous expliquent le métier
c'est un club et je n'en fais pas partie
beaucoup de paroles et peu d'actes chez certains
vous oubliez tout ce que vous promettez
je trouve que les autres pourraient montrer un peu de reconnaissance
chacun attend que l'autre le fasse
les gens disparaissent dès qu'il y a du vrai travail
si vous ne savez pas faire le métier, dites-le
on a des cow-boys dans cette équipe
les développeurs pondent n'importe quoi et on teste
les graphistes vivent sur une autre planète
ils se comportent comme si tout leur appartenait
les chefs prennent, nous on donne
la direction dit une chose et en fait une autre
là-haut ils n'ont pas la moindre idée du terrain
belle preuve de management, comme toujours
bravo d'avoir gâché la livraison
merci de ne pas m'avoir invité, la classe
j'adore être la dernière au courant
mais oui demandons encore aux experts
c'est fou comme le travail atterrit toujours sur mon bureau
ça doit être agréable de partir à 15h tous les jours
tiens, je croyais qu'on était collègues
encore une semaine à compenser pour les autres
je serais contente si certains faisaient ce pour quoi ils sont payés
avec tout le respect que je vous dois, ce que vous rendez est mauvais
je ne suis pas sûr que tout le monde ici ait les compétences
l'équipe n'est peut-être pas aussi bonne qu'elle le croit
quelques-uns ont sans doute choisi le mauvais métier
le back-office pourrait s'intéresser un peu plus
il nous faudrait des collègues qui ont le sens du devoir
je n'accuse personne mais l'équipe du soir c'est le bazar
sans donner de noms, il y en a qui sont malades tous les lundis
question honnête : que fait la moitié d'entre vous de ses journées
tout le monde sait d'où vient le problème, ou plutôt de qui
il n'y a plus de confiance dans cette équipe
je ne peux pas compter sur mes collègues
vous ne tenez pas parole
vous me faites passer pour une idiote
parlez-moi comme à un être humain
vous me coupez sans arrêt
vos blagues ne sont pas drôles
votre ton est insupportable
vos remarques à longueur de journée, stop
vous avez tous agi dans mon dos
je suis transparente pour vous
laissez tomber, vous ne changerez pas
faites comme vous voulez, on ne me demande jamais rien
quoi que je dise c'est faux
je ne me fatiguerai plus
on me vole mes idées
on me met tout sur le dos
ça ricane quand je parle
les jeunes ne supportent pas la pression
la vieille garde bloque tout
les hommes m'expliquent mon métier
les temps partiels ont tous les avantages
les temps partiels se croient tout permis
les filles de nuit boivent du thé pendant qu'on court
les chirurgiens nous traitent comme des bonniches
les caissières papotent au lieu de servir
les comptables savent toujours mieux que tout le monde
l'informatique se cache derrière ses tickets
la rh protège les chefs, pas nous
les commerciaux ont les honneurs et nous les reproches
des fonctionnaires qui dorment, le cliché est vrai ici
une équipe de solistes
un bureau plein de lâches et de suiveurs
trop de jalousie
moins d'hypocrisie svp
moins de gens qui veulent juste briller
arrêtez de faire semblant de vous y intéresser
arrêtez de me refiler votre travail
cessez de nous accuser
apprenez à encaisser un peu
lâchez vos téléphones et venez aider
essayez de faire vos photocopies vous-mêmes
un peu d'éducation ne nuirait pas
regardez-vous avant de critiquer
faites acte de présence au moins une fois
faites quelque chose, n'importe quoi
j'offre le café à ceux qui dorment en réunion
j'offre ma démission si ça vous arrange
j'attends la vérité, pour changer
n'attendez rien, vous ne serez pas déçus
un peu de cervelle ne serait pas du luxe
tout le monde ne rame pas dans le même sens, pour rester polie
c'est chacun pour sa peau
la moitié de la réunion sert à se faire mousser
vous croyez tout savoir
vous auriez pu me le dire, mais non
vous m'avez gâché la semaine
aucun de vous ne m'a soutenue
pourquoi c'est encore moi qui nettoie le frigo
où est tout le monde quand il y a du rush
c'est si dur de répondre à un mail ?
c'est normal qu'on soit trois à travailler ?
j'aimerais qu'on me traite comme une égale
le respect, voilà un mot que vous ne connaissez pas
commencez par respecter les autres
le problème ce n'est pas les outils, ce sont les gens
avec une équipe pareille pas étonnant qu'on se plante
la pire équipe que j'aie connue
quelques pommes pourries gâchent tout
je suis entouré d'amateurs
ce n'est pas une équipe, c'est un zoo
rien ne changera tant que ceux-là commandent
ici on promeut les mauvaises personnes
la loyauté ne va que dans un sens
des visages à deux faces, voilà ce que je vois
ça sourit et puis ça vous plante
on a embauché n'importe qui, visiblement
on voit qui a de l'expérience et qui n'en a pas
pas ma faute si les autres ne suivent pas
je fais ma part, on ne peut pas en dire autant de tous
ne faisons pas semblant de travailler tous autant
l'état de la cuisine en dit long sur vous
que d'avis de la part de gens qui en font si peu
un jour j'aimerais travailler avec des pros
les discrets bossent, les grandes gueules sont augmentées
je n'ai pas de mots pour le comportement de ce groupe
tant que certaines personnes sont là je ne dirai rien
quelle bande
dommage que personne n'ait le courage de parler
les tâches faciles vont toujours aux mêmes
mes collègues me déçoivent
c'est triste de voir à quel point vous vous en moquez
vous n'êtes pas mon patron
j'attends des excuses du groupe
""".strip().splitlines()
"""What is said of others: frankly, politely, ironically, sulking."""
