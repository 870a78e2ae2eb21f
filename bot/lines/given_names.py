"""Names of people, plain: given names of wherever colleagues come from, and frequent surnames.

A name that is an everyday word too stands apart: in small letters it does not tell itself.
"""


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


ALSO_WORDS = _listed("""
aida aime aimee amber ambre amour ange angel aout april archer art august avril basil beau bill
blanche blessing bo buddy candida carol chance chase cher cherie christian clair claire clemence
clement constance constant cooper coral coste crystal daisy dale dawn dean desiree destiny diamond
doc don donna drew earl ebony eve evita faith felicite fleur flore france frances frank gay gene
germain grace grant guy harmony harper hazel heather honore hope hui hunter ira iris ivy jack jade
jan jasmin jasmine jay jb jc jean jf jin jl jm jo joy jp juillet juin june juste justice kelvin
kent kirk lance laurier lazare lily lise lois lu luce major manuel marge marin marine mark marques
martial mat max may mei melody mercy merit merlin milan misty mo modeste monte nick noel ola olive
opal parfait pat patience patty penny pierce pierre prudence prune raven ray rich rob rock romain
roman rose rowan ruby sage said sam sandy scot sherry sienna sierra signe skip stew su sue summer
sunny sylvestre trinity venus victoire violet violette vu ward wells will willow wood
""")
"""Names that are words of either language too, or stand for none where they are small."""

SURNAMES = _listed("""
benali bernard bertrand coulibaly davies diallo dubois dupont durand evans faure fernandez ferrari
ferreira garcia gauthier gonzalez hernandez hussain ivanov jansen johnson jones keita kelly khan
kowalski lambert lefebvre lefevre lopez martinez mercier moreau muller murphy nguyen novak obrien
oliveira patel perez robinson rodriguez rossi rousseau roux ryan sanchez santos schmidt silva
singh thompson traore williams wilson
""")

GIVEN = _listed("""
dede fifi gigi jojo lolo loulou lulu mimi momo nono riri titi vivi zaza
aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalam aalee aalim aaliyah
aamil aamir aamirah aanuoluwapo aaqil aarav aarif aarini aariz aarna aarnav aaron aarush aaryan
aashi aashif aashir aasif aasim aatif aatiq aaus aayan aayush aazim abaan abayomi abbey abbi abbie
abby abdallah abdel abdelatif abdelkader abdellah abderaouf abderrahmane abdou abdul abdullah
abdullahi abebi abeer abel abeni abha abhimanyu abhiram abigail abilio abiodun abiona abosede
abraham abril achille ada adaeze adalberto adam adamo adan addison adebiyi adebowale adebukola
adedayo adedeji adekitan adekola adekunle adel adela adelaida adelaide adelardo adelasia adele
adeleke adelia adelina adeline adelmo adem adenike adeniyi adeolu adeoti adepeju aderopo adesewa
adeshina adesoji adesua adetayo adetoke adetoun adeyi adigun adil aditya adolfo adora adoracion
adrian adriana adrianna adriano adrien adrienne adunni advaith advay advik advika adweta adya
aedan afolarin afonso agapito agastya agata agathe agnes agnieszka agnolo agostino agueda agustin
agustina ahmad ahmed ahmet aicha aidan aideen aiden aileen ailis ainara ainoa aisha aishani
aisling aislinn aitana aitor ajala ajani ajna ajoke akanmu akif akinkunmi akinlabi akinwale akram
akshay alade aladin alain alamu alan alana alanis alanna alannah alara alastair alba albano
alberico albert alberte alberto albina alcides alderano aldo alec aleisha alejandra alejandro
alejo aleks aleksander aleksandra alena alessandra alessandro alessia alessio alex alexa alexandar
alexander alexandra alexandre alexandria alexandrie alexandru alexia alexis alfio alfonso alfred
alfredo ali alice alicia alina aline alisha alison alisson alistair alister alix aliyu alizee alka
allan allegra allen allison alma almudena alondra alonso alphons alphonse alvaro alvin alyssa
amada amadeo amado amador amadou amaia amaira amalia amancio amanda amandine amando amani amara
amarachi amarilis amaro amaury amaya ambar ambrosio amedeo amelia amelie americo amico amilcar
amin amina aminata aminatu amir amira amit amleto amoke amol amope amparo amrita amruta amy ana
anabel anabella anacleto anaelle anahera anais anamika anaru anastasia anastasie anastasio
anastazja anatole anay anders andjela andjelina andre andrea andreas andree andreia andrej andres
andrew andriy andrzej andy aneta anette angela angele angeles angelica angelika angelina angelino
angelique angelita angelo angie angus anh ani anibal anica aniela anika anirudh anis anissa anita
anja anjali anjolaoluwa anka anmol ann anna annabel annabell annabella annabelle annalena annalisa
annalise annamaria anne anneli annemijn annetta annette annibale annick annie annika annunziata
anny anouk ansaldo anselma anselmo ansh anthony antoin antoine antoinette anton antonella
antonello antoni antonia antonietta antonin antonina antonino antonio antonius antony anunciacion
anusha anvi anya aodhan aoibheann aoibhin aoibhinn aoife apolinar apolline apolonia arabella
araceli aradhana aranzazu arcelia archie arda arezki arham ariadna ariana ariane arianne arie
ariel arike ariki arin arinola aristides arjun arkadiusz arlette arlo armand armando armida armin
arnaldo arnaud arnaude arne arno arnold arnulfo aroa aroha aron arran arron arsenio artemio arthur
artur arturo arunima arya aryan asake asdrubal asher ashlee ashleigh ashlene ashley ashling ashton
asif asiman asma assia astrid asuncion ataahua atenulf atfat atharv atheel atilio atinuke attaf
aude audrey auguste augustin augusto auraq aurea aurelia aureliano aurelie aurelien aurelio aurora
aurore austin ava avi avni awadil awamil awamiri awan awani awero awhina awlya awmar awrad axel
axelle aya ayaan ayamin ayden ayesha ayinde ayinke ayla aylin aymen aymeric ayodeji ayodele ayoka
ayoub aysar ayten ayush ayushman ayyubi azaan azad azahar azahara azban azeeb azeglio azeneth aziz
azra azucena baahir baaqee baaqir baaree baashir baasim baasit babar babasola babatunji babawale
baber baccio bachittar badawi badr baghyawati baha bahaa bahadurjit bailey bailie bairbel bakhshi
baldassare baldomero balduino baleegh balendra balhaar baljiwan baltasar balvan balveer bambad
banjeet bao baptiste baqar baqir barbara barkha barr barraq barry bart bartek bartolome bartolomeo
basaam baseer basel basem bashaar bashar basheer bashir basile basilio basim basir bassam bastiaan
bastian bastien batal batool baudelio baudouin bautista baz bazam bea beata beatrice beatriz
beauden becky begona belen belinda bella bello ben benedetto benedict benedicte benedikt benedita
benigna benigno benita benito benjamim benjamin benji benn benoit bente benthe benvenuto beppe
berat berengere berenice berezat berit bernabe bernadette bernard bernarda bernardino bernardita
bernardo bernhard berra berta berthe berto bertrand beth bethan bethany bettina betty bev bevan
beverley beverly bhanumati bhavani bhavika bhavini bhavna bhavya biagio bianca bianka bibiana
bienvenida bilaal bilal bilkisu billie bimala binta birgit birgitta birousk bishakha bizhan bjorn
blaine blake blanaid blanca blandine blanka blas boaz bob bobby bodhi bogdan bola bolatito
boluwatife bonifacio bonnie boris borja borys boubacar bouchra bozena brad bradley brady brahim
bram brandon brandy braxton brayden breandan breanna brenda brendan brendon brent brett brian
briana brianna brice bridget brieuc brigid brigida brigitte brijesh brinda britney britt brittany
brittney brodie brogan bronach bronagh bronwen bronwyn brooke bruce bruna brunilda bruno bryan
bryce bryony buenaventura bunmi buraid caetana cahal cahir cailin cailum caitlin caitlyn caitriona
calcedonio caleb calista calisto calixta calixto callan callum calogero calum calvin cameron
camila camilla camille camillo camilo campbell canan candace candelaria candelario candelas
candice candido caoilfhionn caoimhe caoimhin caolain caolan caomhan capucine cara caragh caridad
carina carine carl carla carlijn carlito carlo carlos carlota carlotta carly carmel carmela
carmelita carmelo carmen carmina carminho caro carole carolina caroline carolyn carrie casandra
casemiro casey casper cassandra cassidy cassie catalina catarina caterina cathal catharina
catherine cathy cato catriona cayetana cayetano ceara cebrian cecile cecilia cecilio cedric
ceferino celestin celestina celestine celestino celia celina celine celso cesare ceyhun ceylin
cezary chaaya chabane chad chaitaly chaitanya chakradev chakradhar chakrika chamali chameli
champak chanakya chanchal chandani chandran chandresh chanez changaz chantal chantel chantelle
charan charis charita charlene charles charlie charline charlotte charly charo charvi chasmum
chatresh chatura chau chavvi chawish chaz cheikh chelo chelsea chelsey chema cheragh cherif
cherith cheryl cheyenne chiamaka chiara chibuzo chidi chidimma chigozie chijioke chinedu chinelo
chinyere chiraz chita chizoba chloe chris christel christelle christiane christianne christie
christina christine christoph christophe christopher christy chucho chukwudi chukwuemeka chuy cian
cianan ciara ciaran ciarrai cillian cindy cintia cipriano ciriaco cirillo cirino ciro clara clare
clarence clarisa clarissa clarisse clark claude claudette claudia claudine claudio claudy clayton
clelia clemens clementina clementine cleto clifford climaco clinton cliodhna cliona clive clodagh
cloe clora clotilde clovis codie cody cohen cole colette colin coline colleen collette collin colm
colton coluccio colum conal conall conan concepcion concetta concha conchur connie connor conor
conrad conrado constanca constantin constanza constanze consuela consuelo coralie coraline
corentin corey corine corinne coriolano cormac cornelia cornelio cornelis cornelius corrado corrie
cortney cory cosme costantino costanzo courteney courtney craig crescencia cristian cristiano
cristina cristobal cruz curro curtis custodia custodio cynthia cyprian cyril cyrille daamin daan
daanish daawood dabbah dabir dafne daghfal dagmar dagmara daire dairine daiyaan dakhil daksh
daksha dakshesh dalaja dalbir dalia dalila dameer damian damiano damien damife damini damon
damurah damyanti dan dana dani daniel daniela daniele danielle danilo danique danjuma danny dante
dany daphne dara darain darcy daria darika darin dario darius dariusz darko darlene darpan darragh
darrell darren darrin darryl darryn darsh daryl dave david dawid dawud dayamai dayita dayna
dayyaan daz deaglan deane deanna dearbhail dearbhaile dearbhla deb debbie debora deborah debra
declan deepa deepak deirbhile deirdre delfina delfino delia delphine demetrio demilade denis
denise dennis derek dermot derrick dervla desiderio desmond devansh devika devon dewi dhriti dhruv
diana diane dianne diarmuid didier diego dieter dilara dillon dimas dimitri dina dinis dino diogo
dion dionigi dionisia dionisio dionne dipta dirk divya diya djamel djamila dmitri dolores domenica
domenico domhnall dominga domingo dominic dominik dominique domitila donal donald donatella
donatello donato donovan donte dora dorian doriane dorina doris dorita dorota dorotea dorothee
dorothy douglas dounia doyinsola drissa duane duarte duilio duncan duong durab durodola dusan
dustin duuk duyen dwayne dylan dylano eadaoin eamon eamonn ebuka edda eddie eddy edel edelmira
edelmiro eden edgar edgard edgardo edhitha edith edmond edmundo edoardo edouard eduard eduarda
eduardo edward edwige edwin eesaa eesha efrain ehan ehsaas ehsan eijaz eileen eilis eilish eimear
eimer eimhear eiravati ejaz ejlaal ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj
ekavir ekbal ekene ekiya ekta ekundayo eladio elaf elaine elba elea eleanor eleanora elena
eleonora eleonore eleuterio eli eliana eliane elias elie elif eligia eligio elijah elin elina
eline eliot eliott elisa elisabet elisabeth elise eliseo elisha eliza elizabeth elize ella elladio
ellen ellie elliot elliott elly elma elmo elnur elodia elodie eloisa eloise elona eloy elpidio
elsa elsie elvira elvis elyas elzbieta emanuel emanuela emeka emelina emeline emely emelyne emer
emigdio emil emile emilia emilian emiliana emiliano emilie emilien emilija emilio emily emin emma
emmanuel emmanuelle emmet emmett emmy emperatriz emran emy encarna encarnacion encarnita enda
eniola ennio enrico enrique enya enzio enzo eoghan eoin epifanio eraldo erasmo erdogan eric erica
erik erika erin erina erkan ermanno ermenegildo ernest ernesto erwan erwin eryk eryn eshan eshana
esila esmee esmeralda esperanza espiridion esteban estefania estela estelle esther estrella
esupofo eszter etelvina ethan etienne etizaaz etta ettore euan eufemia eugen eugene eugenia
eugenie eugenio eulalia eunan eusebia eusebio eustaquio eutimio eutropio eva evan evangelina
evangelista evaristo evelia evelien evelina eveline evelyn evelyne evie evy ewa ewan ewatomi
ewelina ezequiel ezio ezra faas fabia fabian fabiana fabien fabienne fabio fabiola fabrice
fabricio fabrizia fabrizio fadekemi faderera fahmi fainche faizan falak falan falguni fanny faqid
farah faraj faras farhan farid fariq faris farouk fatih fatiha fatima fatma fatou fatoumata fatteh
faustino fausto faye fazli feargal fearghal febe fedde fedele federica federico federigo fehintola
felicia feliciana feliciano felicidad felicita felicitas felipa felipe felisa felix fella femi
femke fenna fenne ferdinand ferdinando fergal fergus ferhat feriel fermin fernand fernanda
fernande fernando ffion fiamma fibikemi fidel fidela fidvi fien fiene fikayomi filip filipa filipe
filippa filippo filomena finbar finn fintan fiona fionntan fionnuala fiorenzo fiorino fitan fito
fiyaz flavia flavie flavio fletcher floortje flor flora florence florencia florencio florent
florentin florentina florentino florian floriane florina florinda florine floris flynn fodil
folashade folu fortunata fortunato fouzia frado franca francesca francesco francine francis
francisca francisco franciszek franck franco francois francoise frankie franklin franz franziska
fraser frazer fred freddy frederic frederick frederico frederik frederique fredo freja freya frida
friedrich fryderyk fulgencio fulvio fuzuli gabin gabino gabriel gabriela gabriele gabriella
gabrielle gael gaelle gaetan gaetano gagan gail gaja galasso galo gambo ganga gareth garima
garrett garry gary gaspar gaspard gaspare gaston gastone gaurang gaurangi gaurav gauri gaurika
gautam gautami gauthier gavin gayathri gaylene gaz gbadebo gbolahan gbowoade geetika gelsomina
gema gemma genevieve genoveva geoff geoffrey geoffroy georg george georges georgette georgia
georgina gerald geraldine geraldo gerard gerardo gerd germaine germana geronimo gerrit gertrudis
gervasio ghaalib ghaazi ghafoor ghaith ghalib ghanee ghanem ghannam ghasaan ghauth ghawth ghayoor
ghazi ghazzal ghilas ghislain ghislaine ghita ghiyath ghufran ghulaam ghulam ghunayn ghusun
ghutayf giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo gianfrancesco
gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo gianpietro giel gijs gil gilbert
gilberte gilberto giles gilles gillian gina ginette gino gioacchino gioachino gioele gioffre
gionata giorgia giorgio giosue giovanna giovanni girik girindra girish girolamo gisela gisele gita
giulia giuliana giuliano giulietta giulio giuseppa giuseppe giuseppina giustino gladys glauco glen
glenda glenn glenys gloria godofredo goffredo gohar goncalo gonzalo gopal goran gordon goyo
graciana graciano graciela graeme graham grainne grayson grazia graziano graziella greca greco
greg gregg gregoire gregor gregorio gregory greta griselda grzegorz guadalupe guarino guglielmo
guido guilherme guillaume guillermo guiomar gulab gulaga gulay gulfaam gulfam gulshan gulus gulzar
gunar gunbir guneet guney gunnar gunther gus gustav gustave gustavo gustaw guus guusje guylaine
gwen gwenaelle gwendoline gwendolyn gwladys habiba habibu hadiza hadjer hadrien hafsat hailey
hajar hakim haley halima hamid hamish hamsini hamza hana hania hanna hannah hans harald hardik
harinakshi harini harish harita harley harnail harold haroldo harriet harrison harry harshil
haruna harvey hasan hassan hauwa hayat haydee hayden hayleigh hayley hazeem hector heidi heike
heinrich helen helena helene helge heliodoro heloise hema hemal hemang hemangini hemani hemi
hendrik henk henri henriette henrik henrique henry heraclio herbert herberto heriberto
hermenegildo herminia herminio hernan hernando herve hicham hidde hilario hilary hilda hinewai
hipolito hiral hiroshi hitesh hoang hoani hocine hollie holly honorine horacio hortense hortensia
houcine houda howard hredhaan hritik hubert hudson hugh hugo hugues huguette huia humberto huong
hussein huzaifa iain ian iara ibaad iban ibidapo ibironke ibrahim ibrahima ida idika idrees idris
idriss iesa ifeanyi ifechukwu ifeoma ifunanya ignacia ignacio ignacy ignazio igor ihab ihaia
ihsaan ihsan ihtiram ihtsham ijaya ijli ikbal ikenna ikeoluwa iker ikhlaas ikraam ikram ikramah
ikrimah ikshita ilan ilaria ildefonso ileana ilias ilona ilse ilyas ilyes imane imaran imelda
imene imke imogen imran inaya indali indi india indie indira indrajit indy ines inga ingeborg
ingrid inigo inioluwa inmaculada inocencio iolanda iona ionut ippazio irene iretioluwa irina irma
irya isa isaac isabel isabela isabell isabella isabelle isaiah isaias isak isaline isaura isaure
iseoluwa isha ishaan ishani ishanvi ishita ishola ishwar isidora isidoro isidro isis isla ismael
ismail ismet isobel israel itziar ivan ivana ivo iyabode iyadunni izaaz jaabir jaafar jaan jabbaar
jabir jabr jacek jacinta jacinto jackie jackson jacky jaclyn jacob jacobo jacopo jacqueline
jacques jad jafar jafet jagat jagdish jagrati jagvi jahdami jahdari jahiz jahm jaime jairaj jake
jakob jakub jalaal jalal jalees jalil jalsa jamaal jamal jameel james jamie jamila jana janaki
janani jane janet janette janice janina janine janna janne jannik jannis januja janya jared jari
jarlath jarrod jasmijn jasmina jasmit jason jatin javi javier javiera jaxon jayda jayde jayden
jaylinn jayne jayson jeanette jeanine jeanne jeannine jedrzej jeet jeevika jeff jeffery jeffrey
jelle jelte jemma jena jenaro jenna jenni jennifer jenny jens jente jeremi jeremiah jeremias
jeremie jeremy jermaine jerome jeronimo jerry jerzy jesper jess jesse jessica jessie jessy jesus
jesusa jhalak jill jillian jim jimena jimmy jinthe joachim joan joana joann joanna joanne joao
joaquim joaquin joaquina jocelyn jocelyne jodi jodie jody joe joel joelle joep joey joffrey johan
johann johanna johannes john johnathan johnny jolanda jolene jolijn jon jonas jonatan jonathan
jonathon jonno joost jordan jordana jordi jordon jordy jorge joris jorja jorn jort jose josee
josef josefa josefina josefine josep joseph josephine josette josh joshua josiah josiane josianne
josue jovana jovita joyce jozef juan juana juanita juanito jude judith judy jules julia julian
juliana juliane julianna julie julien julieta juliette julijana julio julita julius juliusz juna
jurgen jurre justin justine justus justyna juul juwon jyoti kaamil kaashif kaazim kabeer kabir
kabiru kachela kacper kada kader kadiatou kafeel kahina kahu kahurangi kai kaia kaitlin kaitlyn
kaja kajetan kajji kala kalbi kaleb kaleem kaleema kalina kalpit kamal kamala kamil kamila kamran
kamya kane kara karam karan kareem karen kari karim karima karin karina karine karl karla karley
karlijn karol karolina karoline karyn kasam kashan kashif kashish kashvi kasia kasim katarina
katarzyna kate katelyn katharina katharine katherine kathleen kathryn kathy katia katie katja
katrina katty katy kauri kauthar kavita kavya kawkab kawthar kay kayden kaye kayla kaylee kayleigh
kaysan kazi kazim kazimierz kealan keano keanu keegan keelan keely keeva keira keisha keith keji
kelechi kelli kellie kelly kelsey kendra kenji kenneth kenny kenza kenzo keri kerri kerrie kerry
kerstin kev kevim kevin keya keyaan khaalid khaan khadidja khadija khady khaled khalid khalil
khloe khoa kiaan kian kiara kiera kieran kike kikelomo kiki kilian killian kim kimberley kimberly
kingston kira kirby kiri kirsten kirstie kirstin kirsty klara klaus knut koen kofi kolawole konrad
konstantin konstanty korede kori kornel kornelia kosisochukwu krish krisha krishna krista kristen
kristi kristian kristie kristin kristina kristine kristopher kristy kritika krystal krystian
krystyna krzysztof ksawery kurt kurtis kwame kyan kyano kyara kyla kyle kylian kylie kyllian kyra
laban labeeb labib lacey lachlan ladli laeeq laetitia lahiah laila laiq laith lajita lajlaj laksh
lakshit lakshmi lalo laly lamberto lamia lana lando laoise laora laqeet lara larissa larry lars
latasha lateef latif latifa latoya laura laure laureano laureen lauren laurence laurens laurent
laurenz lauretta laurie laurin laurine lavanya lawrence layla layth lazaro lazzaro lea leah leana
leander leandra leandre leandro leanne lee leela leena leif leigh leila leire leke lekha lena leni
lenn lennard lennart lenny leo leocadia leocadio leon leona leonard leonardo leoncio leone leonel
leonhard leoni leonie leonor leonora leontina leopold leopoldo lerato leroy lesley leslie leticia
letizia levi lewis leyla leyli leyre liam lian liana liban libby liberto libni licia lidia lieke
lieve ligia lila lili lilia lilian liliana liliane lilla lilli lilly lilou limazah lina lincoln
linda linde lindsay lindsey linh linn linnea linus lionel lipika lisa lisandro lisanne lisette liv
livia livio liwia liyaqat liz liza lize lizz lizzy lloyd lodovico loek loes logan lohit loic loida
lola lonnie lopa lora lorcan loredana lorena lorenz lorenza lorenzo loreto loretta lori loris
lorna lorraine lotfi lotta lou louane louis louisa louise louka louna lourenco luana luay luc luca
lucas lucette luchino lucho lucia luciana luciano lucie lucien lucienne lucila lucile lucille
lucinda lucio lucrezia lucy ludivine ludmila ludo ludovic ludovica ludovico luigi luigina luis
luisa luise luisina luka lukas lukasz luke luna lupe lupita luqmaan luqman lutf lutfi luuk luz
lyam lydia lydie lyna lynda lyndon lyndsay lyndsey lynette lynley lynn lynne lynnette lynsey
maahir maaike maajid maalik maanas maanav maarten maartje maawiya maaz maazin mabad macarena
macaria macario macauley maciej mackenzie madalena madani maddison madeleine madelief madeline
madhav madhavi madison madiyan mads madyan mael maelle maelys maeva maeve mafalda magali magda
magdalena maggie magnus mahad mahaz mahbeer mahboob mahbub mahdee mahdi mahdy maheen maher mahfooz
mahfuj mahfuz mahi mahika mahir mahja mahmood mahmoud mahmud maia maida mairead mairtin maite
maiwenn maja majd majdi majdy majeed makayla makeen maksim maksymilian malachy malak malcolm
malena malgorzata malik malika mallory malwina mamadou mamen mamun manaaki manaia manan manawa
manbir mandy manel manny manoj manola manolo manon manthan manu manuela manuelita manus manya mara
maraea marc marcantonio marcel marcela marcelina marcelino marcella marcelle marcello marcelo
marcia marcial marciano marcin marcio marco marcos marcus mareikura marek margaret margareta
margarida margarita margaud margaux margherita margit margot margret marguerite maria mariah
mariam mariama marian mariana marianela marianna marianne mariano maribel maricela maricruz marie
mariella marielle mariette marijana marijn marika marilyn marino marinus mario marion marisa
marisela marisol marissa maristela marit marita marius mariusz marjorie marko markus marlene
marlon maroof marta martha marthe martim martin martina martine martino martirio marty martyn
marvin marwa mary maryam marylene maryline maryse massimiliano massimo massinissa mateo mateus
mateusz matheo mathew mathias mathieu mathijs mathilda mathilde mathis mathys matias matilda
matilde matiu mats matt matteo matthew matthias matthieu matthijs mattia maud maude maura maureen
maurice mauricette mauricio maurilio maurine maurits maurizio mauro maurycy maxence maxime
maximiano maximilian maximiliano maximilien maximino maximo maxwell maya mayte mckenzie meabh
meagan meaghan meera mees meg megan megane megha meghan meghana mehdi mehmet meibh meike mekhala
melania melanie melchor melek melina melinda melisa melissa melle melodie melvin mercedes merche
mereana meredith merel meriem merijn merle mert mervyn mia micael micaela micah micha michael
michaela micheal micheala michel michela michelangelo michele micheletto micheline michelle
michelotto mick mickael mieszko miguel miguela mihai mika mikaela mikaere mikayla mike mila
milagros milena milica milka millie milou mindy minh minna mira miranda mirco mireia mireille
miriam miriama mirjam mirko miroslav mirta mirte mirthe mitali mitchel mitchell mitesh mizhir
modesta modesto modou modupe mofifoluwa mohamed mohammad mohammed mohand mohini moira moises
mojisola mojisoluwa mollie molly momo mona monica monika monique montserrat moradeke morayo morena
morenike moreno morgan morgane moritz morolake morris mosinmileoluwa mosunmola motunrayo mouloud
mounir mourad mourib moussa moyosore mugdha muhammad muhammed mulayim muriel murielle murray musa
muslum mustafa mustapha muzhir myles myriam myrthe naadir naail naajy naasih naasir naathim
naazhim nabeeh nabeel nabhan nabigh nabih nabil nacer nachiket nacho nacio nadeem nadege nadhir
nadia nadim nadin nadine nadir nadja nadr naeem nael nafasat nafees nafesa nafis naiara naib naim
naima nair najair najam najeeb naksh nakul nancy nandini nando nanni naoimh naoise naomh naomi
napoleone narcisa narciso narimane nasiru nasreen nassim natacha natalia natalie natalio natan
natanael nataniel natascha natasha natasza nate nath nathalie nathan nathanael nathaniel natividad
naud naveen nawal nayara nazaret nazario nazim nedda nedjma neel neelima neha neil nela nele
nelida nell nelly nelson nerea nereida nesrine nestor netra nevaeh neville ngaire ngoc ngozi nhien
nia niall niamh nicanor niccolo nichola nicholas nichole nico nicodemo nicola nicolai nicolas
nicolasa nicole nicoletta nicolo nidhi nidia nidra niek niels nienke nieves nigel nihad nihal
niharika nika nikau nikita nikki niklas niko nikodem nikola nikolai nikolas nikolaus nikolina
nikora nilda nilima nilo nils nimrat nina ninetta ninioluwa nino ninthe nirja nisa nisha nitara
nitesh nixon niyazi niyilolawa nkiruka nnamdi nneka noa noah noam noe noelia noella noelle noemi
noemie nolan nonso noor noortje nora norah norbert norberto nordine norma norman noud nour
noureddine nout nuala nuno nuria nydia nynke obaid obanijesu obdulia obianuju obinna oceane
octavia octavio odalis odalys odette odhran odika odile oeshi ofelia ogechi ogooluwa oisin ojas
ojasvi okechukwu oksana oladare oladimeji olaf olajumoke olakunle olalla olanrewaju olansile
olasunmbo olav olegario olga olgierd olimpia oliver olivia olivie olivier oliwier ollie ololade
oluchi olufunke olufunmilayo olumorotimi oluwafemi oluwagbemiga oluwakemi oluwamumibori
oluwamuyiwa oluwasanmi oluwasegun oluwole omair omaja omar omeir omisha omkaar omobobola
omobolanle omodunni omolabake omolara omosalewa omotara omotayo omotola omotoun omowumi omran omya
onkar onofre onveer onyinye oonagh ophelie oran orazio oreofe oreste orfhlaith oriana orinder orla
orlagh orlaigh orlaith orlando ornella osama oscar osha oskar osman ossama osunleke osvaldo otilia
ottavio otto ottone ouanes oumar ousmane oussama ovidio oviya owais owen oyenike oyindasola ozioma
pablo pacifica paco padraic padraig padraigin pahal paige pallavi palmira paloma pam pamela pancho
panfilo panini paola paoletta paolo paride parker parkes parsa parth parveen parvez pascal pascale
pascaline pascual pascuala pasqual pasquale pastora patrice patricia patricio patrick patrik
patrizia patrizio patryk paul paula paule paulette paulina pauline paulino paulo pauric pavani
pavel pawel payton peadar pearce pearse pedro peggy pelayo pellegrino penelope pepe pepijn pepita
pepito perlita perrine perry pervaiz pete peter petra petrona peyton phil phileine philip philipp
philippa philippe philippine phillip phoebe phuc phyllis pia piaras piedad pien pierangelo
piergiorgio piergiuseppe pierina pierluigi piermaria piero pierpaolo pierrette piersanti pieter
pietro pilar piotr pippa placido pleun plinio polly pompeo pomponio poncio pooja porfirio pranav
praneel pranit pratyush preston primitiva primitivo priscila priscilla prisha priya priyanka
prudencia prudencio puccio purificacion pushti qaadir qaasim qabeel qabil qadar qadeer qadi qadim
qahtan qaim qais qamar qani qanit qareeb qarin qaseem qasid qasif qasim qatadah qawee qays quadir
quang qudamah quddoos qudoos quentin quincy quinn quinten quinty quique quirino qurban qusay qushi
qutb qutub raaghib raagini raahil raakin raamis raamiz raashid raatib rabah rabar rabb rabbani
rabee rabi rabiah rabit racha rachael rachana rachel rachelle rachid rachida rachit rachita radeke
radha radhee radhika radi radu raed raees raewyn rafa rafael rafaela rafan rafay rafee rafeek
rafeeq raffael raffaela raffaele raffaella raffaellino raffaello rafi rafiq raghav ragheb raghib
rahat raheel raheem rahul raimondo raimundo raj rajata rajesh rajeshri raksha ralph ramesh ramiro
ramon ramona ramzi rana ranbir randall randy rania ranieri ranveer raoul raphael raquel rashid
rashida raul ravi rawiri rayaan rayan rayana raymond raymonde rebeca rebecca rebekah reda reece
regan regina reginald regine regis regulo rehaan reina reinaldo rejean rembrandt remedios remi
remigio remy renata renato renaud rene renee rens renske renzo reuben reyansh reyes reyna reynaldo
rhian rhianna rhianne rhiannon rhonda rhys ria riad rian ricarda ricardo riccardo ricciotti
richard rick rickey ricky rico rida ridhi rik riley rishi rita riya robbie robert roberta roberto
robin robyn rocco rochdi rochelle rocio rodney rodolfo rodolphe rodrigo rodrigue rogelio roger
rohaan rohan roise roisin roksana roland rolande rolando roldan rolf romana romane romeo romina
romolo romuald romulo romy ronald ronaldo ronan ronith ronja ronke ronnie ronny ronya roos rory
rosa rosalia rosalie rosalina rosalinda rosalva rosaria rosario rosaura roseanna roseline rosemary
rosenda rosendo rosie rosina ross rossana roxana roxane roy roza rozalia ruairi ruari ruben rudi
rudolf rudra rudy rufina rufino ruggero ruggiero rui ruperta ruperto ruqayya rushil russell rusul
ruth ryan ryder rym ryma ryszard saabir saad saadat saadiq saafir saahir saaiq saajid saal saalih
saalim saanvi saaqib saar sabah sabahat sabas sabatino sabbir sabeeh sabil sabina sabine sabiq
sabir saboor sabrina sabur saburah sacha sachi sadan sadaqat sadeed sadie safia safiya sahra saim
sair sairah saksham salah salim salima sally salma salome salomon salud salvador salvatore salvi
samaksh samama samanta samantha samar samarth samesh sami samir samira samu samuel samy sanaya
sancho sandalio sander sandra sandrine sandro sani sanjay sanne santiago santino santos sanya
saoirse saood sara sarah sarita sarthak sascha sasha saskia sathvik saturnina saturnino saul
saumya saverio scarlett scott seamus sean seana seanan seaneen seanna seb sebastiaan sebastian
sebastiano sebastiao sebastien segilola segismundo segolene segun selena selin selina selma sena
senn seona sepp serafina serena serge sergei sergey sergio sergius seth severiano severin severine
severino severo sevim seyda seydou seye shakira shamsuddeen shana shane shania shanice shanna
shannan shannen shannon shari sharlene sharon shaun shauna shauneen shaurya shawn shawna shay
shayne shaz shea sheena shehu sheila shekoni shelby shelia shelley shelly sheree sheri sherri
sheryl shirley shivani shivansh shona shravya sian siddharth sidonie siem siena sigfrido sigrid
sigurd siham sijuade silke silvana silvestre silvestro silvia silvio simao similoluwa simisola
simon simona simone simonetta simonne sinead siobhan siofra sione sipho siya sjoerd skye skyla
skylar slimane sneha socorro sofia sofiane sofie sofija solange soledad solene soline solveig
somadina somtochukwu sonia sonja sonya sophia sophie soraia soraya sorcha sosimo souad soufiane
souleymane souma soumia sowande spencer stacey stacie stacy stan stanley steeve stef stefan
stefani stefania stefanie stefano stella sten steph stephan stephane stephanie stephen sterre
steve steven stewart stijn stu stuart subomi sudiksha suhani sumayya sunil sunita suresh susan
susana susanita susanna susannah susanne suus suzanne suze suzette sven svetlana sydney sylvain
sylvia sylviane sylvianne sylvie sylwia szymon taahaa taahir taaj taalib taamir taanish taariq
taban tabish tabitha tade tadeen tadeo tadeusz tadhg tafazal taha taheem tahir tahmeed tahmid
tahoor tahseen taial taimur taine taisir talal talat talha talhah talib tama tamam tamanna tamara
tamati tami tammie tammo tammy tamsin tanay tane tangaroa tanguy tania tanimu tanish tanja tanmayi
tanveer tanvi tanya tara tarak tarfaan tarik tariq tasha tatiana tawkeel tayla taylor tecla teddy
teerth tegan tejas telemaco telmo temidayo temistocle teo teobaldo teodor teodora teodoro teodosio
teofila teofilo tere terence teresa teresita terina terrance terrence terri terry tess tessa teun
thabo thanh thao thea theo theodor theodora theodore theophile theresa therese thiago thibaud
thibault thibaut thierry thijmen thijn thijs thinhinane thom thomas thuy tia tiago tiana tiarna
tiarnan tiburcio tiegan tiernan tiffany tijmen tijn tijs tim timeo timo timoteo timothee timothy
tina tirdad tirza tishk titilayo tito titouan tiziana tiziano tobi tobias tobiasz toby todd toki
tokunbo tola tolulope toluwanimi tom tomas tomasa tomasz tommy tomori toni tonia tonicha tonino
tonio tono tony tonya tori toribio torquato tracey traci tracie tracy travis trent trevor tricia
trini trinidad tripti trish tristan triveni triya trong troy trung tullio tunde tung turvi twan
tycho tygo tyla tyler tymon tymoteusz tyrone tyson ubaadah ubadah ubaid ubaidah ubaldo ubay ubayd
uberto ubika ucchal uche uchenna udant udarsh udyati ugo ugolino ugur uhban ujunwa ulfat ulises
ulla umaarah umair umang umar umberto unnati unni upadhriti upasna upkaar upma urbano urishilla
urmi urrab ursula urszula urvashi urvi usha usman utkarsh vahar vaishnavi vajen valentijn valentim
valentin valentina valentine valentino valeria valerie valerio valero valter vamakshi vanesa
vanessa vansha vanya varenya varsha vasana vasatika vasco vasudha vaughan veda vedant vedhika
vedika veerle venancio venceslas vera verena vernon veronica veronika veronique vicenta vicente
vicki vickie vicky victor victoria victoriano victorino vidal vidhi vigo vihaan vijay vikram
viktor viktoria vilma vinaya vince vincent vincentio vincenza vincenzo vinciane vinicio viola
violetta viraj virgilio virginia virginie viridiana visitacion vito vitor vitoria vittoria
vittorio vivaan vivian viviana viviane vivienne vladimir vrinda vrishti vritti vyanjana waahid
waail waajid wadee wadood wafa wafae wafeeq wafi wafiq wahab wahb wahban waheed wahhaab wahhaaj
waida waimarie wakeeta walid walter wanda wanjiru warda warhi warinder warjas warren warwick
wassim watika wayne wazir wei wendy wes wesley wessel whitney widisha wikitoria wiktor wiktoria
wilfredo willem william willie willy wilson wiremu wishi witold wojciech wout wouter wriddhish
wridesh wuraola wyatt xalak xavi xavier ximena xiomara xiti xobeen xuan yaaseen yachana yacine
yadavi yadid yadigar yafi yafir yaghnam yagnesh yago yahia yahvi yahya yahyaa yaiza yaman yamar
yameen yamini yanis yann yannick yannis yaqeen yaqoot yaqub yara yasaar yasar yaseen yash yashasvi
yashawini yashem yashica yashoda yashodhara yashvi yasin yasir yasmin yasmina yasmine yass yasser
yassin yassine yasti yatan yathrib yatin yauvani yawar yawer yazan yazeed yazgul yejide yeraz
yergha yesenia yesica yesoob yessica yetunde yewande yfke yilmaz yinthe ylvie yoann yochana yohan
yolanda yolande yoshita youba youcef younes youri yousef yousra youssef ysaline yuki yulia yureed
yusuf yutika yuvraj yvan yves yvette yvon yvonne zaafir zaahid zaahir zaakir zabir zac zacarias
zach zacharie zachary zaeem zafar zafeer zafir zafrul zahaar zaheer zahi zahid zahir zahri zahrun
zahur zaib zaid zaida zainab zaira zaitra zak zakaria zamir zane zansi zara zarar zarna zashil
zauqi zaweel zayan zayyan zayyir zdenka zehaan zelie zerdad zewad zeynep zilmil zimran zina zinal
zineb zion zoe zoey zofia zoraida zsofia
""")
"""Names and nothing else, however they are written."""
