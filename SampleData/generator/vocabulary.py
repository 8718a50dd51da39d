"""Words that names, addresses and notes are made of. Brands are rare pairs of characters; nobody real is meant."""

FIRST = [("澄", "cheng"), ("屿", "yu"), ("岚", "lan"), ("朔", "shuo"), ("砚", "yan"), ("霁", "ji"), ("钧", "jun"),
         ("溯", "su"), ("沐", "mu"), ("樾", "yue"), ("砺", "li"), ("珩", "heng"), ("峤", "qiao"), ("汀", "ting"),
         ("昀", "yun"), ("璟", "jing"), ("栩", "xu"), ("翊", "yi"), ("旻", "min"), ("郗", "xi")]
SECOND = [("川", "chuan"), ("舟", "zhou"), ("野", "ye"), ("桥", "qiao"), ("泽", "ze"), ("帆", "fan"), ("岭", "ling"),
          ("禾", "he"), ("辰", "chen"), ("原", "yuan"), ("石", "shi"), ("谷", "gu"), ("柏", "bai"), ("汐", "xi"),
          ("涧", "jian"), ("屏", "ping"), ("陌", "mo"), ("榆", "yu"), ("洲", "zhou"), ("浦", "pu")]

# city, province, GB/T 2260 division of the city, area code, postal code, English city and province, districts
CITIES = [
    ("苏州", "江苏省", "320505", "0512", "215000", "Suzhou", "Jiangsu", ["虎丘区", "吴中区", "工业园区"]),
    ("无锡", "江苏省", "320214", "0510", "214000", "Wuxi", "Jiangsu", ["新吴区", "惠山区", "滨湖区"]),
    ("上海", "上海市", "310115", "021", "201100", "Shanghai", "Shanghai", ["浦东新区", "松江区", "嘉定区"]),
    ("杭州", "浙江省", "330108", "0571", "310000", "Hangzhou", "Zhejiang", ["滨江区", "余杭区", "萧山区"]),
    ("宁波", "浙江省", "330206", "0574", "315000", "Ningbo", "Zhejiang", ["北仑区", "鄞州区", "镇海区"]),
    ("深圳", "广东省", "440306", "0755", "518000", "Shenzhen", "Guangdong", ["宝安区", "龙岗区", "南山区"]),
    ("广州", "广东省", "440112", "020", "510000", "Guangzhou", "Guangdong", ["黄埔区", "番禺区", "南沙区"]),
    ("佛山", "广东省", "440606", "0757", "528000", "Foshan", "Guangdong", ["顺德区", "南海区"]),
    ("武汉", "湖北省", "420115", "027", "430000", "Wuhan", "Hubei", ["江夏区", "东西湖区"]),
    ("合肥", "安徽省", "340104", "0551", "230000", "Hefei", "Anhui", ["蜀山区", "包河区"]),
    ("成都", "四川省", "510112", "028", "610000", "Chengdu", "Sichuan", ["龙泉驿区", "郫都区"]),
    ("青岛", "山东省", "370211", "0532", "266000", "Qingdao", "Shandong", ["黄岛区", "城阳区"]),
    ("天津", "天津市", "120116", "022", "300000", "Tianjin", "Tianjin", ["滨海新区", "西青区"]),
    ("沈阳", "辽宁省", "210106", "024", "110000", "Shenyang", "Liaoning", ["铁西区", "浑南区"]),
]

# business in Chinese and English, slug, 客户行业 of CRM A, INDUSTRY of CRM B, weight, needs that are likely
BUSINESSES = [
    ("汽车零部件", "Auto Parts", "auto", "生产", "Manufacturing", 14, ["MES", "机器人集成"]),
    ("精密机械", "Precision Machinery", "precision", "生产", "Machinery", 12, ["机器人集成", "PLC控制"]),
    ("电子科技", "Electronics", "electro", "生产", "Electronics", 12, ["MES", "机器视觉"]),
    ("食品", "Foods", "food", "生产", "Food & Beverage", 8, ["PLC控制", "仓储自动化"]),
    ("制药", "Pharmaceutical", "pharma", "生产", "Biotechnology", 6, ["MES", "机器视觉"]),
    ("新能源", "New Energy", "energy", "生产", "Energy", 8, ["MES", "机器人集成"]),
    ("化工", "Chemicals", "chem", "生产", "Chemicals", 6, ["PLC控制"]),
    ("包装制品", "Packaging", "pack", "生产", "Manufacturing", 6, ["机器视觉"]),
    ("纺织", "Textiles", "textile", "生产", "Apparel", 4, ["PLC控制"]),
    ("金属制品", "Metal Products", "metal", "生产", "Manufacturing", 6, ["机器人集成"]),
    ("物流", "Logistics", "log", "运输/物流", "Transportation", 8, ["仓储自动化"]),
    ("软件", "Software", "soft", "IT", "Technology", 5, ["MES"]),
    ("商贸", "Trading", "trade", "商业服务", "Retail", 4, ["仓储自动化"]),
    ("建筑工程", "Construction", "build", "商业服务", "Construction", 3, ["PLC控制"]),
    ("环保", "Environmental", "env", "商业服务", "Environmental", 4, ["PLC控制"]),
]

SURNAMES = list("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭")
GIVEN = ["建国", "海燕", "晓明", "思远", "雨桐", "志勇", "丽华", "俊杰", "文静", "国强", "佳怡", "浩然", "梦琪", "立新",
         "秀英", "子涵", "永康", "雪梅", "嘉诚", "慧敏", "大伟", "敏", "强", "静", "磊", "洋"]
TITLES = ["采购经理", "设备部长", "生产总监", "总经理", "自动化工程师", "信息部主任", "厂长", "项目经理"]
STREETS = ["科创路", "工业大道", "星湖街", "振兴路", "创业路", "环城东路", "滨河路", "产业园一路"]
LEAD_SOURCES = ["促销", "搜索引擎", "广告", "转介绍", "线上注册", "线上询价", "预约上门", "陌拜", "电话咨询", "邮件咨询"]
CHANNELS = [("电话", 45), ("微信", 25), ("上门拜访", 18), ("邮件", 12)]

TOPICS = ["产线改造方案", "MES 试点范围", "视觉检测样机", "机器人工作站报价", "AGV 路线", "控制柜交期", "年度维保", "数据采集接口",
          "验收标准", "付款节点"]
REACTIONS = ["对方要求补充参数", "约下周现场勘察", "预算待董事会批准", "希望看同行案例", "技术部基本认可", "价格偏高，要求再谈",
             "等旧设备折旧结束", "已转给采购走流程", "对方出差，改日再约", "确认本季度立项"]

# name, street with line break, city, state, postal code, country, phone, domain, INDUSTRY
OVERSEAS = [
    ("Brennholt Fördertechnik GmbH", "Industriestraße 14\nHalle 3", "Esslingen", "Baden-Württemberg", "73730", "Germany", "+49 711 5550 141", "brennholt.example", "Machinery"),
    ("Kestrel & Vane Controls, Inc.", "410 Foundry Row\nSuite 200", "Toledo", "OH", "43604", "United States", "(419) 555-0142", "kestrelvane.example", "Manufacturing"),
    ('Hartwell "HX" Automation, LLC', "77 Mill Pond Rd", "Grand Rapids", "MI", "49503", "United States", "(616) 555-0177", "hartwellhx.example", "Machinery"),
    ("Ohnmacht & Söhne KG", "Am Kanal 5", "Bielefeld", "Nordrhein-Westfalen", "33602", "Germany", "+49 521 5550 182", "ohnmacht.example", "Manufacturing"),
    ("Saigon Meridian Packaging Co., Ltd.", "Lot C2, Road 9\nTan Thuan EPZ", "Ho Chi Minh City", "", "700000", "Vietnam", "+84 28 5550 1830", "sgmeridian.example", "Manufacturing"),
    ("Chao Phraya Foods Public Co., Ltd.", "88/9 Moo 4\nBang Na-Trat Km 12", "Samut Prakan", "", "10540", "Thailand", "+66 2 555 0164", "cpyfoods.example", "Food & Beverage"),
    ("Nordvik Aqua AS", "Kaiveien 21", "Bergen", "", "5006", "Norway", "+47 55 55 01 65", "nordvikaqua.example", "Food & Beverage"),
    ("Tsurumaki Seiki K.K.", "2-14-6 Minami-cho", "Hamamatsu", "Shizuoka", "430-0001", "Japan", "+81 53 555 0166", "tsurumaki.example", "Machinery"),
    ("Lindqvist Pharma AB", "Forskargatan 3", "Södertälje", "", "151 36", "Sweden", "+46 8 555 016 70", "lindqvistpharma.example", "Biotechnology"),
    ("Penang Lumina Semicon Sdn. Bhd.", "Plot 41, Phase 4\nBayan Lepas FIZ", "Penang", "", "11900", "Malaysia", "+60 4 555 0168", "plumina.example", "Electronics"),
]
OVERSEAS_FIRST = ["Aldermoor", "Brackwater", "Corvane", "Dunmarsh", "Eastrey", "Fennimore", "Galwick", "Holmrise", "Ivorstad", "Jarnfeld",
                  "Kirchwald", "Lomaxley", "Marrowby", "Nethercote", "Ostermark", "Pellworth", "Quillon", "Ravensey", "Stavelot", "Tarnholm"]
OVERSEAS_COUNTRIES = [
    ("Germany", "Stuttgart", "", "70173", "+49 711 5550 %03d", "GmbH"), ("United States", "Cleveland", "OH", "44101", "(216) 555-0%03d", "Inc."),
    ("GB", "Leeds", "West Yorkshire", "LS1 4AP", "+44 113 496 0%03d", "Ltd"), ("Vietnam", "Hai Phong", "", "180000", "+84 225 555 0%03d", "JSC"),
    ("Singapore", "Singapore", "", "018956", "+65 6555 0%03d", "Pte. Ltd."),
]
OVERSEAS_BUSINESS = [("Logistics", "Transportation"), ("Castings", "Manufacturing"), ("Bakery Systems", "Food & Beverage"),
                     ("Microelectronics", "Electronics"), ("Polymers", "Chemicals")]
