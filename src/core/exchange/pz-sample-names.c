/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sample-private.h"

/* Names of the sample class: common given and family names of many languages, put together by chance. Words are
 * separated by "|". Nobody is meant. Data, so never translated. */
typedef struct
{
  const char *language;
  const char *she;
  const char *he;
  const char *any;        /* given names of people of every gender */
  const char *family;     /* NULL: people have one name only */
  const char *family_she; /* NULL: as family */
} Culture;

static const Culture cultures[] = {
  /* the language of the school comes first: PZ_SAMPLE_SCHOOL_CULTURE */
  { "English", "Bartholomea|Imogen|Philippa|Winifred|Rosalind|Tamsin", "Bartholomew|Alistair|Fergus|Rupert|Desmond|Casper",
    "Robin|Ash|Rowan|Marlowe", "Featherstone-Abernathy|Thistlewood|O'Driscoll|Pemberton-Hollingsworth|Mossop|Quickfall|Birtwhistle",
    NULL },
  { "Somali", "Amina|Hodan|Ifrah|Sahra|Nasteexo|Ubax", "Abshir|Cabdi|Guled|Liibaan|Warsame|Zakariye", "Nuur|Deeqa",
    "Yusuf|Xirsi|Warfaa|Cawaale|Jaamac|Samatar|Geeddi|Faarax", NULL },
  { "Georgian", "ნათია|თეკლა|ელენე|ქეთევან|მზია", "ჯუმბერ|ლაშა|გივი|ზურაბ|ვახტანგ", "შოთა|ნუგზარი",
    "ბერიძე|მამალაძე|ხარაიშვილი|ჩიტაშვილი|წიკლაური|ღვინიაშვილი|კვარაცხელაშვილი", NULL },
  { "French", "Chloé|Maëlys|Océane|Anaëlle|Bérénice|Zoë", "Théo|Gaëtan|Loïc|Clément|Noé|Anthime", "Camille|Sacha",
    "Dubois|Lefèvre|Garçonnet|de La Roche-Aubin|Pélissier|Thibaudeau|L'Hôpital|Besançon", NULL },
  { "Kazakh", "Aigerim|Dana|Madina|Saule|Zhansaya", "Daniyar|Alikhan|Nurlan|Yerlan|Sanzhar", "Aidar|Ainur",
    "Akhmetov|Tulegenov|Sarsenov|Baimukhanov|Kenzhebekov|Omarov", "Akhmetova|Tulegenova|Sarsenova|Baimukhanova|Kenzhebekova|Omarova" },
  { "Turkish", "Elif|Gülşah|Çiğdem|Işıl|Zeynep|Nazlı", "Oğuz|Kağan|Şükrü|İlker|Emirhan|Tuğrul", "Deniz|Umut|Yağmur",
    "Yıldız|Çelikkol|Özgür|Kılıçarslan|Şahinoğlu|Güneş|Aydınlık|İncekara", NULL },
  { "Wolof", "Fatou|Awa|Ndeye|Khady|Sokhna|Aïssatou", "Modou|Cheikh|Ousmane|Serigne|Babacar", "Dieynaba|Yandé",
    "Diallo|Ndiaye|Sarr|Gueye|Mbengue|Cissokho|Thioune|Faye", NULL },
  { "Swedish", "Linnéa|Åsa|Märta|Tuva|Ebba", "Gustav|Björn|Åke|Göran|Nils", "Kim|Love",
    "Lindqvist|Åkerström|Sjögren|Hägglund|Östergård|Wallin|Björkqvist", NULL },
  { "Czech", "Hana|Žofie|Božena|Šárka|Anežka", "Jiří|Ondřej|Vojtěch|Řehoř|Matěj", "Saša|Nikola",
    "Novák|Dvořáček|Říha|Šťastný|Kučírek|Žďárský|Hájek", "Nováková|Dvořáčková|Říhová|Šťastná|Kučírková|Žďárská|Hájková" },
  { "Basque", "Ainhoa|Nekane|Uxue|Amaia|Garazi", "Íñigo|Beñat|Unai|Gorka|Eneko", "Amets|Harri",
    "Etxeberria|Goikoetxea Ibarrola|Zubizarreta Ormaetxea|Agirrezabal|Iturralde|Otxoa", NULL },
  { "Polish", "Małgorzata|Żaneta|Łucja|Jagoda|Bożenna", "Jakub|Mieczysław|Bogusław|Wojciech|Kajetan", "Maria Jan|Alex",
    "Wiśniewski|Żółtowski|Gąsior-Wójcicki|Święcicki|Brzęczek|Źrebiec|Łopatka",
    "Wiśniewska|Żółtowska|Gąsior-Wójcicka|Święcicka|Brzęczek|Źrebiec|Łopatka" },
  { "Persian", "پریسا|نسترن|شیرین|ژاله|مهناز", "کاوه|فرهاد|بهروز|سهراب|آرمان", "آوا|مهر",
    "رستمی|جهانگیری|کریم‌زاده|پورحسینی|صادقیان|نیک‌نژاد", NULL },
  { "Arabic", "ليلى|هند|رهف|جنى|دعاء|سلمى", "يوسف|عمر|زيد|حمزة|طارق|بلال", "نور|إسلام",
    "حداد|منصور|الخطيب|عبد الرحمن النجار|بن سالم|القصّاب|الدرويش", NULL },
  { "Hebrew", "נועה|שירה|הדס|יעל|תמר", "איתן|נדב|אלעד|עומר|גיא", "עדי|נעם|טל",
    "לוי|בן־דוד|אברהמי|שמשוני|כרמלי|גולדנברג", NULL },
  { "Danish", "Sørine|Åse|Kirstine|Maren|Bodil", "Søren|Jørgen|Asbjørn|Pelle|Aksel", "Mika|Robin",
    "Kjær|Nørgård|Østerby|Bøgh-Kristensen|Præstegaard|Sjælland", NULL },
  { "Spanish", "Xóchitl|Begoña|Itzel|María de los Ángeles|Rocío", "Ramón|Íker|Joaquín|José Ángel|Nicolás", "Guadalupe|Cruz",
    "Hernández Cuautle|Peñaloza|Ibáñez de la Vega|Quiñones|Yáñez Muñoz|Zúñiga", NULL },
  { "Portuguese", "Inês|Beatriz|Conceição|Luísa|Iracema", "João|Estêvão|Gonçalo|Sebastião|Caetano", "Noa|Yuri",
    "da Conceição Figueiredo|dos Anjos|Magalhães Araújo|Simões|Brandão e Sá|Leitão", NULL },
  { "Yoruba", "Adérónkẹ́|Títílayọ̀|Fọláṣadé|Morẹ́nikẹ́", "Babátúndé|Kọ́láwọlé|Adéwálé|Olúmídé", "Olúwaṣeun|Ayọ̀délé|Tèmítọ́pẹ́",
    "Adéyẹmí|Ògúnbánjọ|Akínṣọlá|Ọláòtán|Fáṣọlá|Olówóòkéré", NULL },
  { "Hindi", "अनन्या|काव्या|मीनाक्षी|सुनयना|पूजा", "आरव|ईशान|रोहन|सिद्धार्थ|विवेक", "किरण|ज्योति",
    "शर्मा|त्रिपाठी|कुलकर्णी|वर्मा|श्रीवास्तव|चतुर्वेदी", NULL },
  { "Bengali", "তৃষা|মিতালী|অদিতি|নন্দিনী", "সৌরিন|অরিজিৎকুমার|তন্ময়|রুদ্র", "শুভ্র|কাজল",
    "চক্রবর্তী|মুখোপাধ্যায়|ভট্টাচার্য|সরকার|হালদার", NULL },
  { "Tamil", "கயல்விழி|தமிழ்ச்செல்வி|யாழினி|மலர்விழி|நிலா", "இளங்கோவன்|செந்தில்|கதிரவன்|முகிலன்|பாரி", "அன்பு|வெற்றி", NULL, NULL },
  { "Indonesian", "Wulandari|Ratnasari|Kusumaningtyas|Melati", "Wirawan|Prasetyo|Budiharjo|Setiadi", "Tri|Dwi", NULL, NULL },
  { "Vietnamese", "Bảo Trân|Thị Mỹ Duyên|Ngọc Hân|Quỳnh Như", "Đức Thịnh|Hữu Phước|Quang Vũ|Văn Khải", "Minh Anh|Khánh An",
    "Nguyễn|Trần|Đặng|Huỳnh|Phùng|Vương", NULL },
  { "Mandarin", "雨桐|思妤|晓蕾|静萱|欣然", "子涵|浩宇|俊逸|天佑|明轩", "文心|一诺", "王|陈|欧阳|司徒|郑|林|诸葛", NULL },
  { "Japanese", "さくら|美月|千尋|ひより|楓花", "悠真|大和|颯太|健一郎|蒼", "葵|薫", "佐々木|長谷川|五十嵐|二階堂|小鳥遊|東雲", NULL },
  { "Korean", "서연|하은|슬아|다솜|보람", "민준|도윤|찬솔|한결|현우", "가람|이든", "김|박|남궁|선우|황보|최", NULL },
  { "Ukrainian", "Соломія|Мар'яна|Зоряна|Златослава|Їванна", "Остап|Любомир|Ярема|Святослав|Юхим", "Саша|Женя",
    "Бойчук|Гайдамака|Щербань|Ґудзь|Задорожній-Климко|Їжакевич", NULL },
  { "Greek", "Θάλεια|Ευφροσύνη|Δάφνη|Ιωάννα", "Οδυσσέας|Αχιλλέας|Στέλιος|Ιάσονας", "Άρης|Φαίδρα",
    "Μαυρίδης|Παπαδημητρίου|Χατζηγεωργίου|Κουτσός", "Μαυρίδου|Παπαδημητρίου|Χατζηγεωργίου|Κουτσού" },
  { "Armenian", "Արփի|Նարե|Անուշիկ|Հասմիկ", "Տիգրան|Վահագն|Գևորգ|Սուրեն", "Նարեկ|Մարի",
    "Սահակյան|Տեր-Մինասյան|Ղազարյան|Չիլինգարյան|Օհանյան", NULL },
  { "Amharic", "ህሊና|ትዕግስት|ማህደር|ፍቅርተ", "ዳዊት|አቤል|ናሆም|ሳምሶን", "ብስራት|ምህረት", "መኮንን|ገብረማርያም|ወንድሙ|ታደሰ|ደሳለኝ", NULL },
  { "Icelandic", "Þórdís|Ásdís|Hrafnhildur|Guðbjörg", "Þorgrímur|Ísleifur|Sæmundur|Hjörtur", "Blær|Ýr",
    "Eyjólfsson|Þorvaldsson|Sæmundsson|Hallgrímsson", "Eyjólfsdóttir|Þorvaldsdóttir|Sæmundsdóttir|Hallgrímsdóttir" },
  { "Dutch", "Femke|Liselotte|Roosmarijn|Anneke", "Joris|Thijs|Maarten-Jan|Sjoerd", "Noor|Bo",
    "van der Meulen|de Bruijn-Kempenaar|'t Hooft|van 't Zandt|ter Braak|IJsselstein", NULL },
  { "German", "Maximiliana Theodora|Käthe|Friederike|Jördis|Annegret", "Jörg|Götz|Konstantin Maria|Lüder|Matthäus", "Kim|Toni",
    "von Hohenfels-Rautenstrauch|Müßig|Grünwald|Schäfermeyer|Zur Mühlen|Weißhaupt", NULL },
  { "Northern Sami", "Máret|Áile|Sárá|Biret", "Áilu|Ánte|Niillas|Mihkkal", "Áná|Issát", "Guttorm|Bæhr|Näkkäläjärvi|Valkeapää-Länsman|Utsi", NULL },
  { "Māori", "Aroha|Hinemoa|Mārama|Kahurangi", "Wiremu|Tāwhiri|Rāwiri|Hēmi", "Tūī|Manaia",
    "Te Awhi|Parāone|Ngātai|Whatarangi|Tūhoro", NULL },
  { "Romani", "Esmeralda|Lüludi|Rupa|Zambila", "Bakro|Tobar|Florin|Stevo", "Luka|Mirel", "Boschetti|Stănescu|Kováč|Rostaș|Lacatuš", NULL },
};

/**
 * pz_sample_n_cultures:
 *
 * Returns: how many languages the names come from
 */
guint
pz_sample_n_cultures (void)
{
  return G_N_ELEMENTS (cultures);
}

/**
 * pz_sample_language:
 * @culture: below pz_sample_n_cultures()
 *
 * Returns: the language a family of that culture speaks at home
 */
const char *
pz_sample_language (guint culture)
{
  g_return_val_if_fail (culture < G_N_ELEMENTS (cultures), NULL);

  return cultures[culture].language;
}

static const char *
choose_given (const Culture *culture,
              const char    *pronouns)
{
  if (g_strcmp0 (pronouns, "she/her") == 0)
    return culture->she;
  if (g_strcmp0 (pronouns, "he/him") == 0)
    return culture->he;
  return culture->any;
}

static char *
draw_family (PzRandom   *random,
             guint       culture,
             const char *pronouns)
{
  const Culture *from = &cultures[culture];
  gboolean she = g_strcmp0 (pronouns, "she/her") == 0;

  if (from->family == NULL)
    return NULL;
  return pz_sample_pick (random, she && from->family_she != NULL ? from->family_she : from->family);
}

/* a second family name in the same script, so that both can be read by who reads one; may be equal to the first */
static char *
draw_second_family (PzRandom   *random,
                    guint       culture,
                    const char *pronouns,
                    const char *first)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (first));

  for (guint try = 0; try < 4; try++)
    {
      g_autofree char *second = draw_family (random, pz_random_below (random, G_N_ELEMENTS (cultures)), pronouns);

      if (second != NULL && g_unichar_get_script (g_utf8_get_char (second)) == script)
        return g_steal_pointer (&second);
    }
  return draw_family (random, culture, pronouns);
}

/* another given name of the same culture, written behind the first one */
static char *
add_given (PzRandom   *random,
           const char *words,
           char       *given)
{
  g_autofree char *first = given;
  g_autofree char *second = pz_sample_pick (random, words);

  return g_str_equal (first, second) ? g_steal_pointer (&first) : g_strconcat (first, " ", second, NULL);
}

/**
 * pz_sample_draw_name:
 * @culture: below pz_sample_n_cultures()
 * @pronouns: (nullable): "she/her", "he/him" or anything else
 * @doubled: make a longer name: for people of large families, and to stay distinct in large schools
 * @given: (out): the given name
 * @family: (out) (nullable): the family name; %NULL where people have one name only
 */
void
pz_sample_draw_name (PzRandom   *random,
                     guint       culture,
                     const char *pronouns,
                     gboolean    doubled,
                     char      **given,
                     char      **family)
{
  const char *words = choose_given (&cultures[culture], pronouns);

  *given = pz_sample_pick (random, words);
  *family = draw_family (random, culture, pronouns);
  if (!doubled)
    return;
  *given = add_given (random, words, *given);
  if (*family == NULL)
    {
      /* a father's name serves where there is no family name */
      *family = pz_sample_pick (random, cultures[culture].he);
    }
  else
    {
      g_autofree char *first = *family;
      g_autofree char *second = draw_second_family (random, culture, pronouns, first);

      *family = !g_str_equal (first, second) ? g_strconcat (first, "-", second, NULL)
                                                              : g_steal_pointer (&first);
    }
}
