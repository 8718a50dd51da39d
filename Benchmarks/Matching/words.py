"""The words that generate.py makes companies of."""
import pathlib

FACTS = pathlib.Path(__file__).resolve().parents[2] / "Facts" / "normalization"

AREA_CODES = {
    "北京": "010", "天津": "022", "上海": "021", "重庆": "023", "石家庄": "0311", "唐山": "0315", "太原": "0351",
    "沈阳": "024", "大连": "0411", "长春": "0431", "哈尔滨": "0451", "南京": "025", "无锡": "0510", "苏州": "0512",
    "南通": "0513", "常州": "0519", "徐州": "0516", "杭州": "0571", "宁波": "0574", "温州": "0577", "嘉兴": "0573",
    "绍兴": "0575", "金华": "0579", "合肥": "0551", "芜湖": "0553", "福州": "0591", "厦门": "0592", "泉州": "0595",
    "南昌": "0791", "济南": "0531", "青岛": "0532", "烟台": "0535", "潍坊": "0536", "郑州": "0371", "洛阳": "0379",
    "武汉": "027", "宜昌": "0717", "长沙": "0731", "株洲": "0731", "广州": "020", "深圳": "0755", "珠海": "0756",
    "佛山": "0757", "惠州": "0752", "中山": "0760", "南宁": "0771", "海口": "0898", "成都": "028", "绵阳": "0816",
    "贵阳": "0851", "昆明": "0871", "西安": "029", "兰州": "0931", "银川": "0951", "西宁": "0971", "乌鲁木齐": "0991",
}


def _cities():
    provinces, cities = {}, []
    for line in (FACTS / "divisions.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 3:
            continue
        if len(cells[0]) == 2:
            provinces[cells[0]] = cells[1]
        if cells[2] in AREA_CODES and len(cells) > 3 and not any(city["name"] == cells[2] for city in cities):
            cities.append({"name": cells[2], "province": provinces.get(cells[0][:2], ""), "area": AREA_CODES[cells[2]],
                           "code": (cells[0] + "000000")[:6], "districts": [name for name in cells[3].split(" ") if name != "市辖区"] or [cells[1]]})
    return cities


CITIES = _cities()

# The letters of invented names, from the most frequent one on.
CORES = list(dict.fromkeys(
    "华鑫宏恒盛达瑞丰泰兴安德信诚嘉天龙金海东方新源美康博富强凯创联益科佳通利隆顺福永祥和荣昌远鸿腾飞翔宇星辰光明正大同济民生"
    "中国建工立百亿千万顶峰云山水江河湖晨曦阳春秋冬雪梅兰竹菊松柏森林木石玉珠宝贝银铜铁钢铭锐锦绣绿蓝白红紫青黄丹赤彩虹霞雨露风雷"
    "电火炎焱煌辉耀灿烂景晟旭昊晖曜晶磊鹏雁鹰凤麒麟虎豹骏马牛羊鹿象狮熊鲸鲨蜂蝶燕雀鸿鹤鹭启航帆舟船渡桥路途程迈越超卓优尚品至臻"
    "善仁义礼智勇忠孝廉洁慧思维知行道德悟觉禅心意志梦想希望愿景未来时代世纪年华岁月朝夕昼夜乾坤阴阳寰球环宏伟巨擘鼎力拓展扬帆奋进"
    "捷迅速疾驰奔腾跃升起航赢胜凯旋冠军皇帝王公侯伯爵君臣相国士农商贾工匠艺术文武韬略谋划策权衡聚合汇集众志城池楼阁亭台轩榭堂府邸"
    "宅院园林苑圃田野原草花叶果实种籽根茎枝干禾苗麦稻粟米豆瓜茶酒食味香甜甘醇美满圆融贯穿博采众长"))

TRADES = [
    ("电子", "Electronics"), ("电子科技", "Electronic Technology"), ("科技", "Technology"), ("网络科技", "Network Technology"),
    ("信息技术", "Information Technology"), ("软件", "Software"), ("物流", "Logistics"), ("国际物流", "International Logistics"),
    ("运输", "Transport"), ("贸易", "Trading"), ("进出口贸易", "Import & Export"), ("商贸", "Commerce"), ("建筑工程", "Construction"),
    ("建材", "Building Materials"), ("装饰工程", "Decoration"), ("房地产开发", "Real Estate"), ("物业管理", "Property Management"),
    ("餐饮管理", "Catering"), ("食品", "Food"), ("农业科技", "Agricultural Technology"), ("生物科技", "Biotechnology"),
    ("医药", "Pharmaceutical"), ("医疗器械", "Medical Devices"), ("化工", "Chemical"), ("新材料", "New Materials"),
    ("机械设备", "Machinery"), ("机械制造", "Machinery Manufacturing"), ("自动化设备", "Automation Equipment"),
    ("模具", "Mould"), ("塑胶制品", "Plastics"), ("五金制品", "Hardware"), ("纺织", "Textile"), ("服饰", "Garment"),
    ("家具", "Furniture"), ("包装材料", "Packaging"), ("印刷", "Printing"), ("文化传媒", "Culture Media"),
    ("广告", "Advertising"), ("教育咨询", "Education Consulting"), ("企业管理咨询", "Management Consulting"),
    ("投资", "Investment"), ("能源", "Energy"), ("新能源科技", "New Energy"), ("环保科技", "Environmental Technology"),
    ("汽车零部件", "Auto Parts"), ("光电", "Optoelectronics"), ("通信", "Communication"), ("旅游", "Travel"),
]

FORMS = ["股份有限公司", "有限责任公司", "有限公司", "有限公司", "有限公司", "有限公司"]

ROADS = ["人民路", "中山路", "解放路", "建设路", "科技路", "工业大道", "创业路", "文化路", "和平路", "长江路", "黄河路", "新华路",
         "友谊路", "滨河大道", "高新南一道", "软件园路", "迎宾大道", "朝阳路", "胜利路", "幸福路", "学院路", "体育路", "环城路", "兴业路",
         "金融街", "银河路", "振兴路", "光明路", "南京路", "北京路", "天府大道", "世纪大道", "珠江路", "湖滨路", "花园路", "东风路",
         "西湖路", "沿江路", "港口路", "机场路", "梅园路", "桂花路", "竹林街", "松山路", "龙岗路", "凤凰路", "白云路", "青年路"]

SURNAMES = list("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟")
GIVEN = list("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玲红玉兰飞鹏辉健俊帆婷雪琳宇浩然欣怡佳")

TRADITIONAL = {}
for _line in (FACTS / "simplified.txt").read_text(encoding="utf-8").splitlines():
    if not _line.startswith("#"):
        for _index in range(0, len(_line) - 1, 2):
            TRADITIONAL.setdefault(_line[_index + 1], _line[_index])

FREE_MAIL = ["163.com", "126.com", "qq.com", "sina.com", "gmail.com", "foxmail.com"]

ENGLISH_CITIES = [
    {"name": name, "country": country, "dial": dial, "tld": tld} for name, country, dial, tld in [
        ("London", "United Kingdom", "44", "co.uk"), ("Manchester", "United Kingdom", "44", "co.uk"),
        ("Birmingham", "United Kingdom", "44", "co.uk"), ("Leeds", "United Kingdom", "44", "co.uk"),
        ("Bristol", "United Kingdom", "44", "co.uk"), ("Glasgow", "United Kingdom", "44", "co.uk"),
        ("New York", "United States", "1", "us"), ("Chicago", "United States", "1", "us"),
        ("Houston", "United States", "1", "us"), ("Seattle", "United States", "1", "us"),
        ("Boston", "United States", "1", "us"), ("Denver", "United States", "1", "us"),
        ("Atlanta", "United States", "1", "us"), ("Dallas", "United States", "1", "us"),
        ("Sydney", "Australia", "61", "com.au"), ("Melbourne", "Australia", "61", "com.au"),
        ("Brisbane", "Australia", "61", "com.au"), ("Toronto", "Canada", "1", "ca"),
        ("Vancouver", "Canada", "1", "ca"), ("Singapore", "Singapore", "65", "com.sg")]]

ENGLISH_FORMS = {"United Kingdom": ["Ltd", "Limited", "PLC", "Ltd."], "United States": ["Inc.", "LLC", "Corp.", "Inc"],
                 "Australia": ["Pty Ltd", "Ltd"], "Canada": ["Inc.", "Ltd."], "Singapore": ["Pte. Ltd.", "Ltd"]}

ENGLISH_TRADES = ["Logistics", "Consulting", "Engineering", "Software", "Systems", "Foods", "Construction", "Media",
                  "Energy", "Partners", "Manufacturing", "Design", "Trading", "Pharmaceuticals", "Electronics",
                  "Furniture", "Packaging", "Marketing", "Recruitment", "Plumbing", "Motors", "Textiles", "Chemicals",
                  "Security", "Travel", "Printing", "Interiors", "Analytics", "Robotics", "Catering"]

ENGLISH_STREETS = [
    "%s %s" % (name, kind) for name in ["High", "Station", "Church", "Park", "Victoria", "Green", "Manor", "Kings",
                                        "Queens", "New", "Mill", "West", "North", "South", "East", "Oak", "Maple",
                                        "Cedar", "Elm", "Washington", "Lake", "Hill", "Walnut", "Spring", "River",
                                        "Market", "Bridge", "Castle", "George", "Albert"]
    for kind in ["Street", "Road", "Avenue", "Lane", "Drive"]]

ENGLISH_WORDS = """Alpine Amber Anchor Apex Arbor Arrow Aspen Atlas Aurora Avalon Axis Beacon Birch Blue Bold Bright
Cascade Castle Cedar Central Century Cipher Citadel Clear Cobalt Compass Copper Coral Crescent Crest Crown Crystal
Delta Diamond Dragon Eagle Echo Eden Element Elite Ember Emerald Equinox Evergreen Falcon First Flint Forge Fortune
Foundry Frontier Galaxy Gateway Glacier Global Golden Granite Green Guardian Harbour Harvest Haven Hawk Heritage
Highland Horizon Icon Impact Indigo Infinity Iron Ivory Jade Keystone Lantern Legacy Liberty Lighthouse Lion Lotus
Lunar Magnolia Maple Marble Marine Maven Meridian Metro Midland Mirage Monarch Mosaic Mountain Nebula Nexus Noble
North Nova Oak Oasis Ocean Olive Onyx Orbit Orchid Origin Pacific Paragon Peak Pearl Phoenix Pilot Pine Pinnacle
Pioneer Polar Premier Prime Prism Quantum Quest Raven Redwood Regal Ridge River Rocket Royal Ruby Sable Sapphire
Sentinel Sequoia Sierra Silver Skyline Solar Solid Sonic Southern Spectrum Sterling Stone Summit Sun Superior Swift
Tangent Terra Thunder Tidal Titan Torch Trident Trinity True Twin Union United Unity Urban Vale Vanguard Vantage
Velocity Venture Vertex Victory Vista Vital Vivid Walnut Wave West White Willow Wind Wolf Zenith Zephyr""".split()

WESTERN_SURNAMES = """Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Allen Young King Scott Baker Adams Nelson Hill Campbell
Mitchell Carter Phillips Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed
Bailey Bell Kelly Howard Ward Cox Richardson Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross
Morales Powell Sullivan Russell Ortiz Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan
Reynolds Hamilton Graham Wallace Cole West Stone Hawkins Dunn Perkins Hudson Spencer Gardner Stephens Payne Pierce
Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews Ruiz
Harper Fox Riley Armstrong Carpenter Weaver Greene Lawrence Elliott Chavez Sims Austin Peters Kelley Franklin Lawson
Whitfield Ashworth Pemberton Hargreaves Lockwood Fairclough Oakley Thornton Winslow Kendrick Bancroft Holloway""".split()

WESTERN_GIVEN = """James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Susan Richard Jessica
Joseph Sarah Thomas Karen Charles Nancy Daniel Lisa Matthew Betty Anthony Margaret Mark Sandra Paul Ashley Steven Emily
Andrew Donna Kenneth Michelle Joshua Carol George Amanda Kevin Melissa Brian Deborah""".split()
